"""Settings: who has left the school, and the way back for one who left by mistake or came back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.changes import Change
from app.days import on_paper
from app.edits import came_back
from app.school import Staff
from app.staffing import present
from ui import labels
from ui.card import Card
from ui.children.card import clear
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.session import Session


class LeftCard(Card):
    """The last to leave first; hidden while nobody has left."""

    def __init__(self, session: Session, write: Callable[[str, list[Change]], bool]) -> None:
        super().__init__(session.tr("离校的老师"), session.tr("他们带过的班、做过的记录都还在。"))
        self._session, self._write = session, write
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.column.addLayout(self._lines)

    def show_file(self) -> None:
        """Show who is not here any more."""
        clear(self._lines)
        staff = self._session.snapshot.staff
        here = {one.id for one in present(staff, self._session.today)}
        gone = [one for one in staff if one.id not in here]
        self.setVisible(bool(gone))
        for one in sorted(gone, key=lambda one: str(one.left_on), reverse=True):
            row = QHBoxLayout()
            day = on_paper(one.left_on) if one.left_on else ""
            row.addWidget(Label(self.tr("{0}，{1}离校").format(one.name, day), "second", "ink2", wrap=True), 1)
            back = Button(self.tr("回校"), kind="link", height=28, name=self.tr("{0}回校").format(one.name))
            back.clicked.connect(partial(self._back, one))
            row.addWidget(back)
            self._lines.addLayout(row)

    def _back(self, one: Staff, _on: bool = False) -> None:
        self._write(labels.came_back(one.name), came_back(one))
