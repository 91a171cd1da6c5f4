"""What the desk of one occasion is made of, and where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ui import honour_words as words
from ui import tokens
from ui.activities.facts import FieldGrid
from ui.activities.people_part import PeoplePart
from ui.card import Card
from ui.children.card import Column
from ui.form_desk import FormDesk
from ui.honours.award_lines import AwardLines
from ui.honours.winners import CHILD, Winners
from ui.pieces.button import Button
from ui.pieces.choice_field import ChoiceField
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField, Field, LineField
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments
from ui.session import Session

PEOPLE, AWARDS = PARTS = ("people", "awards")
COUNTS, PLAIN = "1", "0"


class AwardParts(FormDesk):
    """The widgets of `AwardDesk` in their places."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.tr("记下奖励"), session.tr("打印奖状"))
        self.parts = Segments([Segment(PEOPLE, self.tr("得奖的人")), Segment(AWARDS, self.tr("得什么奖"))],
                              name=self.tr("奖励的哪一部分"))  # fmt: skip
        self.day = DateField(self.tr("哪天"), today=lambda: session.today, needed=True)
        either = [(COUNTS, self.tr("算")), (PLAIN, self.tr("不算"))]
        self.counts = ChoiceField(self.tr("算这学年的表彰"), either, COUNTS)
        self.fields: dict[str, Field] = {
            "day": self.day, "given_by": LineField(self.tr("谁发的"), placeholder=session.snapshot.school.name),
            "level": ComboField(self.tr("哪一级"), [("", ""), *((one, one) for one in words.levels())], editable=True),
            "activity": ComboField(self.tr("哪次活动上发的"), []), "counts": self.counts,
        }  # fmt: skip
        self.award, self.reason = LineField(self.tr("什么奖")), LineField(self.tr("因为什么"))
        self.give = Button(self.tr("勾上的都得这个奖"))
        self.lines = AwardLines(Winners(session), self.tr("奖项"))
        self.nobody_concerned = Label(
            self.tr("得奖的孩子里没有要关爱的，“表彰”这一条是表彰他们的。"), "second", "soon", wrap=True)
        self.people = PeoplePart(session, self.tr("还没勾，谁得奖就勾谁"))
        self.stack = QStackedWidget()
        self._lay_out()

    def count(self) -> None:
        """Say how many are ticked and how many awards there are, and whether nobody of them is meant by the rule."""
        ticked = self.people.ticked()
        won = [one.id for one in self.lines.winners() if one.kind == CHILD]
        none = bool(won) and not self.lines.known.has_left_behind(won)
        self.nobody_concerned.setVisible(none and self.counts.value() == COUNTS)
        self.parts.button(PEOPLE).show_count(len(ticked) or None)
        self.parts.button(AWARDS).show_count(len(self.lines.lines()) or None)
        self.parts.updateGeometry()
        self.give.setEnabled(bool(ticked))
        self.give.setToolTip("" if ticked else self.tr("先在“得奖的人”里勾上孩子"))

    def _lay_out(self) -> None:
        rows = (("day", "given_by", "activity"), ("level", "counts"))
        basics = FieldGrid([[self.fields[key] for key in row] for row in rows])
        hint = Label(self.tr("算的，记进关爱台账，“表彰”这一条就做到了；比赛名次一般不算。"), "hint", "ink2", wrap=True)
        card = Card("")
        for piece in (basics, hint, self.nobody_concerned):
            card.column.addWidget(piece)
        same = Card(self.tr("得什么奖"))
        line = QHBoxLayout()
        line.setSpacing(tokens.GAP)
        line.addWidget(self.award, 1)
        line.addWidget(self.reason, 2)
        line.addWidget(self.give, 0, Qt.AlignmentFlag.AlignBottom)
        same.column.addLayout(line)
        same.column.addWidget(self.lines)
        whole = Column(self.tr("奖项"), right=6)
        whole.add(card, same)
        for part in (self.people, whole):
            self.stack.addWidget(part)
        self._stand((self.parts, self.stack), (self.delete, self.print))
