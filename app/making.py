"""Keeps Python's collector still while tens of thousands of records are made that live as long as the window.

Every few thousand new records it would walk through all that is in memory, which takes longer than making them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_records() -> Iterator[None]:
    """What is made inside is not looked through for cycles, neither now nor later; whatever nobody holds any more goes
    at once all the same."""
    was = gc.isenabled()
    gc.collect(1)
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
