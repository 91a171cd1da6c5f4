"""Pictures of the roster: the list, its funnel and columns, a dossier, a new child."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.children.roster_page import RosterPage
from ui.cli.photo_screens import crop, with_photo_first
from ui.shell import Shell

Screen = tuple[str, QWidget]


def roster(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("roster")
    page = window.page
    assert isinstance(page, RosterPage)
    yield "roster", shell
    filters = page.list.filters
    for name, opens, flyout in (
        ("roster-funnel", partial(filters.open_funnel, "carer"), filters.funnel),
        ("roster-columns", filters.choose_columns, filters.chooser),
        ("roster-filters", filters.ready.click, filters.saved),
    ):
        opens()
        yield name, shell
        flyout.shut()
    for name, ask in (("confirm-many", page.list.confirm_all.emit), ("gone", page.list.gone_wanted.emit),
                      ("export", page.export)):  # fmt: skip
        ask()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            yield name, dialog
            dialog.reject()
    if page.listing.shown():
        page.open_child(with_photo_first(page.listing.shown(), window.session.snapshot))
        yield "dossier", shell
        page.dossier.agreements.open_form(0)
        yield "dossier-agreement", shell
        page.dossier.agreements.close_form()
        yield from crop(page)
        page.close_child()
    page.new_child()
    yield "add-child", shell
    page.back()
