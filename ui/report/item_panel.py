"""At the right while an item is open: how it is measured, what was given and taken, the evidence, the way out."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.assessment import FIGURE, JUDGED, REVIEW, ROUTINE, SELF, Evidence, Mark
from app.attachments import ITEM
from app.scoring import Scored
from ui import score_words as words
from ui import tokens
from ui.attachments.strip import AttachmentStrip
from ui.evidence_words import Linkable, Links, said
from ui.pieces.button import Button
from ui.pieces.flow import Flow
from ui.pieces.label import Label
from ui.pieces.side_panel import SidePanel
from ui.report.item_forms import LINK, WORDS
from ui.report.lacks import named
from ui.report.ways import way_of
from ui.score_board import ReportBoard
from ui.work import Work

WIDTH = 340


class ItemPanel(SidePanel):
    """`show_item` after every change; `asks` a form (kind, anchor), `way_wanted`, `names_wanted`, `closed`."""

    asks = Signal(str, object)
    way_wanted = Signal()
    names_wanted = Signal()
    closed = Signal()
    removed = Signal(object)
    """A Mark or Evidence that shall go."""
    row_wanted = Signal(str, object)
    """Page and what of it: where something that is linked stands."""
    carry_wanted = Signal()
    """What was linked in the term before shall show it in this one too."""

    def __init__(self, board: ReportBoard, work: Work) -> None:
        super().__init__(name=board.session.tr("这一项"), width=WIDTH)
        self._board = board
        self.item_id = 0
        self.part, self.heading = Label("", "hint", "ink2"), Label("", "panel", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc", height=26)
        self.strip = AttachmentStrip(board.session, work)
        self.link = Button("")
        self.go = Button("", kind="primary", height=tokens.CONTROL_PANEL)
        head = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.part)
        texts.addWidget(self.heading)
        head.addLayout(texts, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(head)
        self.add_staying(self.strip)
        self.set_action(self.go)
        self.go.clicked.connect(self.way_wanted)
        self.close_button.clicked.connect(self.closed)

    def show_item(self, one: Scored, carried: int = 0) -> None:
        """Show all there is about it; so many words and papers could be carried on from the term before."""
        self.item_id = one.item.id
        self.part.setText(one.item.part)
        self.part.setVisible(bool(one.item.part))
        self.heading.setText(one.item.what)
        self.clear()
        self._how(one)
        self._marks(one)
        self._evidence(one, carried)
        self.strip.show_for(ITEM, one.item.id, one.item.what)
        way = way_of(one)
        self.go.setVisible(bool(way.page) or way.want == "names")
        self.go.set_label(way.label)

    def ask_link(self) -> None:
        """As its button does: choose what shows the item."""
        self.link.click()

    def first(self) -> QWidget:
        """Where the cursor begins."""
        return self.close_button if self.go.isHidden() else self.go

    # inside

    def _how(self, one: Scored) -> None:
        item = one.item
        told = {item.demand: self.tr("要求：{0}"), item.criteria: self.tr("评分：{0}")}
        told.setdefault(item.how, self.tr("怎么查：{0}"))
        for text, asked in told.items():
            if text:
                self.add(Label(asked.format(text), "second", "ink2", wrap=True))
        self.add_section(self.tr("怎么算的"))
        self.add(Label(words.counted_sentence(one), "body", wrap=True))
        if one.found is not None:
            self.add(Label(words.scale_sentence(one.scale, item.points), "second", "ink2", wrap=True))
        if one.found is not None and one.found.lacks and item.measured == FIGURE:
            count = len(named(one.found.lacks, self._board.session))
            names = Button(self.tr("看缺的"), kind="link", height=26, count=count)
            names.clicked.connect(self.names_wanted)
            self.add(names)

    def _marks(self, one: Scored) -> None:
        self.add_section(self.tr("打分"))
        self.add(Label(words.sum_sentence(one), "strong" if one.points < one.item.points else "body", wrap=True))
        if one.own is not None:
            self.add(self._line(self._mark_text(one.own), one.own, self.tr("删掉自评")))
        for mark in one.routine:
            self.add(self._line(self._mark_text(mark), mark, self.tr("删掉这次检查")))
        if one.review is not None:
            self.add(self._line(self._mark_text(one.review), one.review, self.tr("删掉复核")))
        own = self.tr("自己打分") if one.item.measured == JUDGED else self.tr("另打自评分")
        self.add(self._buttons([(SELF, own), (ROUTINE, self.tr("记平时检查")), (REVIEW, self.tr("记复核分"))]))

    def _mark_text(self, mark: Mark) -> str:
        points = words.signed_word(mark.points) if mark.kind == ROUTINE else words.points_word(mark.points)
        told = "，".join(part for part in (mark.giver, mark.reason) if part)
        said = self.tr("{0}{1}：{2}").format(words.day_word(mark.day), words.mark_word(mark.kind), points)
        return f"{said}，{told}" if told else said

    def _evidence(self, one: Scored, carried: int) -> None:
        counted = one.item.measured == FIGURE and bool(one.item.measure)
        many = self.tr("另挂了 {0} 份") if counted else self.tr("{0} 份")
        self.add_section(self.tr("材料"), Label(many.format(len(one.evidence)), "hint", "ink2"))
        if counted and not one.evidence:
            told = self.tr("算进分数的记录，生成迎检资料时自己放进去，这里只挂别的材料。")
            self.add(Label(told, "second", "ink2", wrap=True))
        board = self._board
        links = Links(board.session.store, board.snapshot, board.term, board.session.today) if board.term else None
        for each in one.evidence:
            if each.id and links is not None:
                self.add(self._line(said(each, links) or self.tr("找不到了"), each, self.tr("取下这份材料"),
                                    links.of(each)))  # fmt: skip
        line = self._buttons([(WORDS, self.tr("写一句")), (LINK, self.tr("挂一份材料"))])
        self.link = line.findChildren(Button)[-1]
        self.add(line)
        if carried:
            again = Button(self.tr("沿用上学期的 {0} 份").format(carried), kind="link", height=26)
            again.clicked.connect(self.carry_wanted)
            self.add(again)

    def _line(self, text: str, what: Mark | Evidence, remove: str, row_: Linkable | None = None) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(Label(text, "second", wrap=True), 1)
        if row_ is not None and row_.page:
            link = Button(self.tr("打开"), kind="link", height=26, name=self.tr("打开：{0}").format(text))
            link.clicked.connect(lambda: self.row_wanted.emit(row_.page, row_.want))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        gone = Button("", kind="ghost", icon="trash-2", height=26, name=f"{remove}：{text}")
        gone.clicked.connect(lambda: self.removed.emit(what))
        row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _buttons(self, offered: list[tuple[str, str]]) -> QWidget:
        line = QWidget()
        row = Flow(line, across=tokens.BETWEEN, down=6)
        for kind, label in offered:
            button = Button(label, height=32)
            button.clicked.connect(self._asking(kind, button))
            row.addWidget(button)
        return line

    def _asking(self, kind: str, button: Button) -> Callable[[], None]:
        def ask() -> None:
            self.asks.emit(kind, QRect(button.mapToGlobal(button.rect().topLeft()), button.size()))

        return ask


