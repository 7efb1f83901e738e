"""OpenAI's Responses API, or whatever speaks it: the model as a Responder."""
