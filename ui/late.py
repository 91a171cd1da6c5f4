"""Loads the parts of the screen that the login page need not wait for, and the slow libraries with them."""

import importlib
from collections.abc import Callable
from typing import Any

NAMES = (
    "ui.activities.page",
    "ui.attachments.viewer",
    "ui.batch.page",
    "ui.calendar.page",
    "ui.children.duplicates_page",
    "ui.children.places",
    "ui.children.roster_page",
    "ui.children.scan_view",
    "ui.cli",
    "ui.contacts.page",
    "ui.contacts.places",
    "ui.figures.page",
    "ui.gifts.page",
    "ui.gifts.places",
    "ui.guide_page",
    "ui.heat.page",
    "ui.history",
    "ui.honours.page",
    "ui.imports.choose_step",
    "ui.imports.import_page",
    "ui.inspection.page",
    "ui.inspection.places",
    "ui.key_map",
    "ui.ledger.page",
    "ui.ledger_import.given",
    "ui.ledger_import.page",
    "ui.pack.page",
    "ui.pages",
    "ui.pairings.page",
    "ui.paper.kinds",
    "ui.paper.picture_sheets",
    "ui.paper.print_page",
    "ui.photos.given",
    "ui.photos.photos_page",
    "ui.recycle",
    "ui.plan.page",
    "ui.report.page",
    "ui.report.tables_page",
    "ui.restore",
    "ui.rooms.page",
    "ui.score_import.page",
    "ui.session",
    "ui.settings.page",
    "ui.setup.code_paper",
    "ui.setup.first",
    "ui.setup.sample",
    "ui.slips.page",
    "ui.slips.reading",
    "ui.statistics.differences",
    "ui.statistics.page",
    "ui.stocktake.page",
    "ui.survey.page",
    "ui.templates.page",
    "ui.templates.words",
    "ui.window",
)
"""Every module that may be loaded late; build.spec names them as hidden imports."""


def load(name: str) -> Any:
    """The module `name`. Raises ValueError for a name that is not in `NAMES`."""
    if name not in NAMES:
        raise ValueError(f"{name} is not one of the late parts")
    return importlib.import_module(name)


def made_by(module: str, name: str) -> Callable[..., Any]:
    """What makes a `name` of that module, which is loaded when the first one is made. Raises ValueError."""
    if module not in NAMES:
        raise ValueError(f"{module} is not one of the late parts")
    return lambda *given: getattr(load(module), name)(*given)
