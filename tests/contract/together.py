"""Many hands in the same moment."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor


def all_at_once[Given, Made](act: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
    """Do it with each item, all in the same moment, and give the results in order."""
    barrier = threading.Barrier(len(items))

    def wait_and_act(item: Given) -> Made:
        barrier.wait()
        return act(item)

    with ThreadPoolExecutor(len(items)) as pool:
        return list(pool.map(wait_and_act, items))
