"""A page that nobody sees hears of changes when somebody comes to it, all at once and none lost."""

import pytest
from pytestqt.qtbot import QtBot

from ui.page import Page
from ui.unseen import Touched, Unseen


class Hearing(Page):
    """Notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Touched] = []

    def refresh(self, touched: Touched) -> None:
        self.heard.append(touched)


def some(*ids: int) -> Touched:
    return frozenset(ids)


@pytest.mark.parametrize(("changes", "told"), [
    ([some(1)], some(1)), ([some(1), some(2, 3)], some(1, 2, 3)), ([some(), some()], some()),
    ([some(), some(1)], None), ([some(1), some()], None), ([None, some(1)], None), ([some(1), None], None),
])  # fmt: skip
def test_what_was_missed_comes_together(qtbot: QtBot, changes: list[Touched], told: Touched) -> None:
    seen, hidden, unseen = Hearing(), Hearing(), Unseen()
    for page in (seen, hidden):
        qtbot.addWidget(page)
    for touched in changes:
        unseen.note({"seen": seen, "hidden": hidden}, "seen", touched)
    assert seen.heard == changes and hidden.heard == []
    unseen.catch_up("hidden", hidden)
    unseen.catch_up("hidden", hidden)
    assert hidden.heard == [told]
