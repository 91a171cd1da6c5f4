"""Loads the parts of the screen that the login page need not wait for, and the slow libraries with them."""

import importlib
from typing import Any

NAMES = (
    "ui.cli",
    "ui.pages",
    "ui.restore",
    "ui.session",
    "ui.setup.code_paper",
    "ui.setup.first",
    "ui.setup.sample",
    "ui.window",
)
"""Every module that may be loaded late; build.spec names them as hidden imports."""


def load(name: str) -> Any:
    """The module `name`. Raises ValueError for a name that is not in `NAMES`."""
    if name not in NAMES:
        raise ValueError(f"{name} is not one of the late parts")
    return importlib.import_module(name)
