"""What the desk of one activity is made of, and where it stands."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.activities.contest_part import ContestPart
from ui.activities.facts import Facts, FieldGrid
from ui.activities.gifts_part import GiftsPart
from ui.activities.lines_grid import LinesGrid
from ui.activities.people_part import PeoplePart
from ui.attachments.strip import AttachmentStrip
from ui.card import Card
from ui.children.card import Column
from ui.form_desk import FormDesk
from ui.pieces.entry_model import EntryColumn
from ui.pieces.segments import Segment, Segments
from ui.session import Session
from ui.work import Work

PLAN, PEOPLE, CONTEST, RESULT = PARTS = ("plan", "people", "contest", "result")


class DeskParts(FormDesk):
    """The widgets of `ActivityDesk` in their places."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__(session, session.tr("记下活动"), session.tr("打印"))
        self.attachments = AttachmentStrip(session, work, heading=self.tr("照片、录像和文件"))
        self.gifts = GiftsPart(session)
        self.parts = Segments(
            [Segment(PLAN, self.tr("计划")), Segment(PEOPLE, self.tr("参加的人")), Segment(CONTEST, self.tr("比赛")),
             Segment(RESULT, self.tr("结果"))], name=self.tr("活动的哪一部分"),
        )  # fmt: skip
        self.facts = Facts(session)
        self.fields = self.facts.fields
        self.agenda = LinesGrid(
            [EntryColumn("at_time", self.tr("几点"), 72), EntryColumn("what", self.tr("做什么"), 0),
             EntryColumn("who", self.tr("谁"), 128)], name=self.tr("议程"), needed="what",
        )  # fmt: skip
        self.materials = LinesGrid(
            [EntryColumn("what", self.tr("要用的东西"), 0), EntryColumn("count", self.tr("多少"), 84),
             EntryColumn("keeper", self.tr("谁保管"), 128)], name=self.tr("物品"), needed="what",
        )  # fmt: skip
        self.people, self.contest = PeoplePart(session), ContestPart(session)
        self.stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self._plan(), self.people, self.contest, self._result()):
            self.stack.addWidget(part)
        self._stand((self.parts, self.stack), (self.delete, self.print))

    def _grid_of(self, *rows: tuple[str, ...]) -> FieldGrid:
        return FieldGrid([[self.fields[key] for key in row] for row in rows])

    def _plan(self) -> QWidget:
        basics = self._grid_of(
            ("theme",), ("state",), ("kind", "day", "from_time", "minutes"), ("type", "class_id", "place", "room_id"),
            ("host", "staff_id", "organizer", "organization"),
        )  # fmt: skip
        budget = self._grid_of(("budget",))
        whole = Column(self.tr("计划"), right=6)
        agenda, materials = _card(self.tr("议程"), self.agenda), _card(self.tr("物品"), self.materials, budget)
        whole.add(_card("", basics), agenda, materials)
        return whole

    def _result(self) -> QWidget:
        whole = Column(self.tr("结果"), right=6)
        said = self._grid_of(("summary",), ("result",), ("people", "media", "spent"), ("write_up",), ("note",))
        whole.add(_card("", said), self.gifts, self.attachments)
        return whole


def _card(heading: str, *pieces: QWidget) -> Card:
    card = Card(heading)
    for piece in pieces:
        card.column.addWidget(piece)
    return card
