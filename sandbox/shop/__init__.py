"""The sandbox's shop: a customer's web page with the chat widget on it."""
