"""The deployer's own actions: their functions, and their HTTP services."""
