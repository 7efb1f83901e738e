"""Stand-ins for Twilio and Slack, and the page that shows them: real HTTP on this machine."""
