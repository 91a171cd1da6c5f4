"""Pictures of the page of pairings: the list in its segments, each panel beside it, the chooser, a form, a plan."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.pairing import MENTOR, PEER
from ui.pairings.acts import under
from ui.pairings.page import PairingsPage
from ui.shell import Shell

Screen = tuple[str, QWidget]


def pairings(shell: Shell) -> Iterator[Screen]:
    """Each state of the page; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("pairings")
    page = window.page
    assert isinstance(page, PairingsPage)
    desk, doings = page.desk, page.doings
    yield "pairings", shell
    desk.unfold()
    yield "pairings-unfolded", shell
    desk.role = PEER
    desk.choose_segment("peers")
    yield "pairings-peers", shell
    page.back()
    desk.role = MENTOR
    desk.choose_segment("mentors")
    rows = desk.circle.board.with_children()
    if rows:
        desk.open_helper(rows[0].id)
        yield "pairings-helper", shell
        child_id = rows[0].charges[0].child.id
        desk.open_child(child_id)
        yield "pairings-child", shell
        doings.acts.pair_by_hand(under(desk.child.go), child_id, MENTOR)
        yield "pairings-choose", shell
        doings.acts.chooser.shut()
        doings.forms.ask_priority(under(desk.child.priority), child_id)
        yield "pairings-priority", shell
        doings.forms.priority.shut()
        desk.open_handover(rows[0].id, "leave")
        yield "pairings-handover", shell
        page.open_plan(rows[0].charges[0].pairing.id)
        yield "pairings-plan", shell
        page.close_plan()
        page.back()
