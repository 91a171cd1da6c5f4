"""The audit line of what leaves the file: written before it leaves, so that nothing can leave without one."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from app.store import Store, StoreError


@contextmanager
def audited(store: Store, what: str, detail: str) -> Iterator[None]:
    """Note an export or print, then let it happen; if it fails, a second line `what`_failed says so.

    Raises DiskFull, CannotWrite before anything has left, and whatever the block raises.
    """
    store.log(what, detail)
    try:
        yield
    except BaseException:
        # The first line stands whatever comes: better one too many than an export without one.
        with suppress(StoreError):
            store.log(f"{what}_failed", detail)
        raise
