"""接下来: what is owed to the child and what is to be come back to, the most pressing first (look.md, 档案)."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from app.care import CareRecord
from app.standing import DONE, OPEN, OVERDUE, SOON, Standing
from ui.children import timeline_words as words
from ui.children.card import Card, clear
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.sentences import rule_word
from ui.session import Session

MARKS = {OVERDUE: "over", SOON: "soon", OPEN: "wait", DONE: "done"}


class NextPanel(Card):
    """Rebuilt with every child; a handful of lines."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("接下来"))
        self._session = session
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)
        self.shown: list[str] = []

    def show_records(self, records: list[CareRecord], child_id: int) -> None:
        """What is due today by the rules, and the open follow-ups among the records."""
        clear(self._lines)
        self.shown = []
        today, due = self._session.today, self._session.due()
        owed = [one for one in due.of_child(child_id) if one.state != DONE] if due is not None else []
        found = [(_rank(one), MARKS[one.state], self._owed(one, today)) for one in owed]
        for one in records:
            if one.follow_up is not None and one.followed_up is None:
                mark, said = words.follow_up(one, today)
                found.append(((0 if mark == "over" else 1, one.follow_up), mark, said))
        for _order, mark, said in sorted(found):
            self._lines.addWidget(Mark(mark, said))
            self.shown.append(said)
        if not found:
            nothing = self.tr("都做到了") if due is not None else self.tr("放假了，没有要做的")
            self._lines.addWidget(Label(nothing, "second", "ink2"))

    def _owed(self, one: Standing, today: date) -> str:
        what, deadline = rule_word(one.rule.key), one.owed.deadline
        if one.state == OVERDUE:
            return self.tr("{0} 过了 {1} 天").format(what, one.overdue_days)
        if deadline == today:
            return self.tr("今天 {0}").format(what)
        left = one.rule.needed - one.done
        said = self.tr("{0}前 {1}").format(words.day_word(deadline, today), what)
        return said if left == 1 else self.tr("{0}，还差 {1} 次").format(said, left)


def _rank(one: Standing) -> tuple[int, date]:
    return [OVERDUE, SOON, OPEN].index(one.state), one.owed.deadline
