"""At the right while no item is open: the term's figures, the papers, the way to the pack."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.figures import Figure, term_figures
from app.scales import points_text
from app.scoring import Score
from app.work_plan import OF_TERM
from ui import late, tokens
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.notice import Strip
from ui.pieces.numbers import NumberLink
from ui.pieces.side_panel import SidePanel
from ui.score_board import ReportBoard

WIDTH = 300
SHOWN = ("contact.family_call", "contact.talk", "contact.home_visit", "room.opened", "follow.done")
"""Keys of the figures that stand here."""
FIGURES, PACK = "ui.figures.page", "ui.pack.page"


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def figure_words() -> dict[str, tuple[str, str]]:
    """What each is called, and what it counts."""
    return {
        "contact.family_call": (_tr("亲情电话"), _tr("次")), "contact.talk": (_tr("谈心"), _tr("次")),
        "contact.home_visit": (_tr("家访"), _tr("次")), "room.opened": (_tr("活动室开放"), _tr("次")),
        "follow.done": (_tr("跟进办结"), _tr("件")),
    }  # fmt: skip


class Aside(SidePanel):
    """`goes` as a page's own; `table_wanted`, `export_wanted`."""

    goes = Signal(str, object)
    table_wanted = Signal()
    export_wanted = Signal()
    closed = Signal()

    def __init__(self, board: ReportBoard) -> None:
        super().__init__(name=board.session.tr("本学期数字"), width=WIDTH)
        self._board = board
        self._known: tuple[tuple[int, str], Mapping[str, Figure]] | None = None
        self.heading = Label(self.tr("本学期数字"), "panel")
        self.close_button = Button(self.tr("看考核项"), kind="link", keys="Esc", height=26)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self.head.addLayout(head)
        self.pack = Button(self.tr("生成迎检资料"), kind="primary", icon="folder-archive", height=tokens.CONTROL_PANEL)
        self.set_action(self.pack)
        self.pack.setVisible(PACK in late.NAMES)
        self.pack.clicked.connect(lambda: self.goes.emit("pack", self._board.term_code))
        self.close_button.clicked.connect(self.closed)
        self.links: dict[str, NumberLink] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.show_figures)

    def first(self) -> QWidget:
        """Where the cursor begins."""
        return self.close_button if self.pack.isHidden() else self.pack

    def show_board(self) -> None:
        """Show the figures of the term. They take a moment in a large school: the score is on screen before them."""
        self.clear()
        self.links = {}
        if FIGURES in late.NAMES:
            more = Button(self.tr("全部数字，写成报告"), kind="link", height=26)
            more.clicked.connect(lambda: self.goes.emit("figures", (self._board.term_code, "", "")))
            self.add(more)
        check = Button(self.tr("迎检自查"), kind="link", height=26)
        check.clicked.connect(lambda: self.goes.emit("inspection", ("term", self._board.term_code)))
        self.add(check)
        plan = Button(self.tr("工作计划"), kind="link", height=26)
        plan.clicked.connect(lambda: self.goes.emit("plan", (self._board.term_code, OF_TERM)))
        self.add(plan)
        score = self._board.score
        if score is not None:
            self._about(score)
        if self._is_counted():
            self.show_figures()
        else:
            self._later.start()

    def show_figures(self) -> None:
        """Count them, unless that is done, and show them on top."""
        if self.links:
            return
        for place, (key, figure) in enumerate(self._figures().items()):
            line = self._line(key, figure)
            self.body.insertWidget(place, line)
            line.show()

    def _about(self, score: Score) -> None:
        self.add_section(self.tr("考核表"))
        self.add(Label(score.table.name, "body", wrap=True))
        if score.reviewed is not None:
            count = sum(one.review is not None for one in score.items)
            said = self.tr("复核 {0} 分（复核了 {1} 项）").format(points_text(score.reviewed), count)
            self.add(Label(said, "second", wrap=True))
        table = Button(self.tr("换表，改考核项"), icon="pencil", height=34)
        table.clicked.connect(self.table_wanted)
        export = Button(self.tr("自评表 Excel"), icon="download", keys="Ctrl+E", height=34)
        export.clicked.connect(self.export_wanted)
        for button in (table, export):
            self.add(button)
        if PACK in late.NAMES:
            self.add(Strip("caution", self.tr("现在也能生成，缺的材料会在目录里列明。学期结束前可以重做。")))

    def _key(self) -> tuple[int, str]:
        return self._board.session.version, self._board.term_code

    def _is_counted(self) -> bool:
        return self._known is not None and self._known[0] == self._key()

    def _figures(self) -> dict[str, Figure]:
        board = self._board
        if board.term is None:
            return {}
        if self._known is None or self._known[0] != self._key():
            self._known = self._key(), term_figures(board.session, board.term, board.session.today)
        return {key: self._known[1][key] for key in SHOWN if key in self._known[1]}

    def _line(self, key: str, figure: Figure) -> QWidget:
        name, unit = figure_words()[key]
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Label(name, "body", "ink2"), 1)
        value = f"{figure.value:,}" if figure.of is None or key != "follow.done" else f"{figure.value}/{figure.of}"
        spoken = self.tr("{0} {1} {2}").format(name, value, unit)
        if FIGURES in late.NAMES:
            link = self.links[key] = NumberLink(value, spoken=spoken)
            link.clicked.connect(lambda: self.goes.emit("figures", (self._board.term_code, "", key)))
            row.addWidget(link)
        else:
            row.addWidget(Label(value, "panel"))
        beside = Label(unit, "hint", "ink2")
        beside.setFixedWidth(tokens.px(26))
        row.addWidget(beside)
        return line
