"""Web chat: sessions over HTTP, and sockets that only speed up what HTTP tells."""
