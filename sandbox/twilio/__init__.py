"""A stand-in for Twilio's messaging: its REST API, its webhooks, and phones that text."""
