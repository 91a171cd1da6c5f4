"""Pictures of 迎检自查: the checklist, a point of each sort, problems with one of them, inspections, the forms."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.self_check import ASKS, FINE
from ui import inspection_book as books
from ui.inspection.errand import CLOSE, ROUND, Errand
from ui.inspection.page import InspectionPage
from ui.shell import Shell

Screen = tuple[str, QWidget]


def inspection(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("inspection")
    page = window.page
    assert isinstance(page, InspectionPage)
    desk, state = page.desk, page.desk.book.state
    yield "inspection", shell
    desk.unfold()
    yield "inspection-to-do", shell
    page.back()
    counted = next(place for place, one in enumerate(state.checked, 1)
                   if one.found is not None and one.state != FINE and one.found.owed > 1)  # fmt: skip
    asked = next(place for place, one in enumerate(state.checked, 1) if one.found is None and one.state in (ASKS, FINE))
    for name, place in (("point", counted), ("asked", asked)):
        desk.open_record(books.CHECK, place)
        yield f"inspection-{name}", shell
        page.back()
    desk.list.choose(books.PROBLEMS)
    yield "inspection-problems", shell
    for one in (*state.waiting, *state.closed)[:1]:
        desk.open_record(books.PROBLEMS, one.id)
        yield "inspection-problem", shell
        desk.ask(Errand(CLOSE, one.id))
        yield "inspection-close", shell
        page.back()
        page.back()
    desk.list.choose(books.ROUNDS)
    yield "inspection-rounds", shell
    desk.begin(ROUND, "fire")
    yield "inspection-round", shell
    page.back()
    desk.list.choose(books.CHECK)
