"""Answers from the deployer's articles, with the standard library alone and no model."""
