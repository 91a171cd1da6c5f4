"""Loads the slow libraries the first time they are needed, so that the login page need not wait for them."""

import importlib
from typing import Any

NAMES = (
    "argon2.low_level",
    "db.templates.forms",
    "docx",
    "docxtpl",
    "html",
    "jinja2",
    "jinja2.meta",
    "jinja2.sandbox",
    "lunar_python",
    "lxml.etree",
    "lxml.html",
    "nacl.exceptions",
    "nacl.secret",
    "openpyxl",
    "openpyxl.chart",
    "openpyxl.chart.shapes",
    "openpyxl.worksheet.pagebreak",
    "pypdf",
    "pypinyin",
    "python_calamine",
    "sqlcipher3.dbapi2",
    "sqlite_utils.db",
    "sqlite_utils.migrations",
    "zxingcpp",
)
"""Every library, and part of the disk, that may be loaded late (parts of the screen: `ui.late`); build.spec names them
as hidden imports."""


def load(name: str) -> Any:
    """The module `name`. Raises ValueError for a name that is not in `NAMES`."""
    if name not in NAMES:
        raise ValueError(f"{name} is not one of the late libraries")
    return importlib.import_module(name)
