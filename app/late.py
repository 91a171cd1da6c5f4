"""Loads the slow libraries the first time they are needed, so that the login page need not wait for them."""

import importlib
from typing import Any

NAMES = (
    "argon2.low_level",
    "lunar_python",
    "lxml.etree",
    "lxml.html",
    "nacl.exceptions",
    "nacl.secret",
    "openpyxl",
    "openpyxl.worksheet.pagebreak",
    "pypinyin",
    "python_calamine",
    "sqlite_utils.db",
    "sqlite_utils.migrations",
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
        raise ValueError(f"{name} is not one of the late modules")
    return importlib.import_module(name)
