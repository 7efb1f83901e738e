"""The desk, and customers who write in Slack."""
