"""A place for the handler that is being written."""


def handler(event: object, _context: object) -> None:
    """Print what came, so that the wiring around the function can be seen to work."""
    print(event)  # noqa: T201 - this file is replaced
