"""What a list may show of an address: the village."""

import re
from functools import lru_cache

_VILLAGE = re.compile(r"[^省市州县区乡镇]{1,12}?(?:村|社区)")


@lru_cache(maxsize=20_000)
def village(address: str) -> str:
    """The village of an address: all that lists may show of it (rules.md)."""
    found = _VILLAGE.findall(address)
    return str(found[-1]) if found else ""
