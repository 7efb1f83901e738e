"""The library's client: one attempt, and no time of its own beyond the turn's."""

from openai import AsyncOpenAI, Timeout

CONNECT_SECONDS = 3.0


def make_client(base_url: str, key: str, seconds: float) -> AsyncOpenAI:
    """Return a client of a server that speaks the Responses API.

    The library would try three times, wait ten minutes, and obey a Retry-After of two.
    """
    return AsyncOpenAI(
        api_key=key,
        base_url=base_url,
        max_retries=0,
        timeout=Timeout(seconds, connect=CONNECT_SECONDS),
    )
