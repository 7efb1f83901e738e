"""Files that agents send, in a bucket that forgets them by itself."""
