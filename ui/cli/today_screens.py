"""The screens of 今日: the page, by who owes it, put off, several at once, what is due later, a class, nobody found."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.care import LOGGED
from app.care_rules import CLASS
from app.edits.settling import kind_of
from app.today import Item
from app.today_groups import AHEAD, BY_STAFF, View
from ui.shell import Shell
from ui.today.page import TodayPage


def nobody(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """The school without children: the roster, with which the window opens then, and the page of the day."""
    window = shell.window_
    assert window is not None
    yield "roster-empty", shell
    window.go("today")
    yield "today-empty", shell
    window.go("roster")


def today(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """Nothing is recorded on the way."""
    window = shell.window_
    assert window is not None
    window.go("today")
    page = window.page
    assert isinstance(page, TodayPage)
    yield "today", shell
    page.desk.put_off()
    page.panel.entry.again.setChecked(True)
    yield "today-put-off", shell
    page.panel.entry.clear()
    page.desk.to_list()
    page.list.show_view(replace(page.list.view, by=BY_STAFF))
    yield "today-staff", shell
    page.list.show_page()
    page.list.show_view(View())
    grid = page.list.grid
    same = [row for row in grid.rows() if _is_talk(page.day.items[row])]
    if len(same) > 1:
        grid.select(same[:4])
        yield "today-several", shell
    page.list.show_view(View(part=AHEAD))
    yield "today-later", shell
    of_class = [row for row in grid.rows() if _is_of_class(page.day.items[row])]
    if of_class:
        grid.set_current(of_class[0])
        yield "today-class", shell
    page.list.show_page()
    page.list.search.setText("zzz")
    yield "today-nothing", shell
    page.list.show_page()


def _is_talk(item: Item) -> bool:
    return item.standing is not None and kind_of(item) == "talk"


def _is_of_class(item: Item) -> bool:
    return item.standing is not None and item.standing.subject[0] == CLASS and kind_of(item) in LOGGED
