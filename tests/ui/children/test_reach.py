"""Everything on the roster that takes the focus says what it is, in Chinese, and nothing English is on the screen."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QScrollBar, QWidget

from ui.children.roster_page import RosterPage

ENGLISH = re.compile(r"(?<![A-Za-z+.])[A-Za-z]{3,}(?![A-Za-z+.])")
KEYS = {"Enter", "Esc", "Ctrl", "Shift", "Tab", "Excel", "WPS", "xlsx", "PgUp", "PgDn"}


def screens(page: RosterPage, ids: dict[str, int]) -> list[QWidget]:
    page.open_child(ids["麻金凤"])
    father = page._session.snapshot.children[ids["麻金凤"]].kin[0]
    page.dossier.family.open_kin(father.id)
    page.dossier.school.open_form("out")
    return [page.desk, page.add, page.dossier]


def test_every_focusable_widget_has_a_name(page: RosterPage, ids: dict[str, int]) -> None:
    silent = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for screen in screens(page, ids)
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, (QScrollBar, QListView))
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
    ]
    assert silent == []


def test_nothing_english_is_on_the_screen(page: RosterPage, ids: dict[str, int]) -> None:
    said = {
        word
        for screen in screens(page, ids)
        for widget in screen.findChildren(QWidget)
        if isinstance(widget, (QLabel, QAbstractButton)) or (isinstance(widget, QLineEdit) and widget.placeholderText())
        for text in [
            widget.placeholderText() if isinstance(widget, QLineEdit) else widget.text(),
            widget.toolTip(),
        ]
        for word in ENGLISH.findall(text)
    }
    assert said - KEYS == set()
