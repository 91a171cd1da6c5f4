"""What the page 任务单 looks like: the list of pages at the left, at the right the page itself and what to do."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import tokens
from ui.dropping import ScanDrops
from ui.page import Page
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.side_panel import SidePanel
from ui.slips.lines import SlipLines
from ui.slips.preview import PagePreview
from ui.slips.sign_in import SignIn

PREVIEW = 380
WEEK = 176


class SlipPanel(SidePanel):
    """The current line: its page, what is wrong with it or who came, and the one green button."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(name="")
        self.setAccessibleName(self.tr("读回任务单"))
        self.title = Label("", "panel", wrap=True)
        self.preview = PagePreview()
        self.what, self.do = Label("", "strong", wrap=True), Label("", "second", "ink2", wrap=True)
        self.sign_in = SignIn(today)
        self.key = Button(self.tr("自己敲"), icon="pencil")
        self.files = Button(self.tr("读扫描件或照片"), icon="folder-archive")
        self.go = Button("", kind="primary", keys="Ctrl+Enter", height=tokens.CONTROL_PANEL)
        self.head.addWidget(self.title)
        for piece in (self.what, self.do, self.sign_in, self.preview):
            self.add(piece)
        for button in (self.key, self.files, self.go):
            self.set_action(button)
        self.preview.setFixedHeight(tokens.px(PREVIEW))

    def say(self, title: str, what: str = "", do: str = "", *, wrong: bool = False) -> None:
        """Say what is with the current line."""
        self.title.setText(title)
        for label, words in ((self.what, what), (self.do, do)):
            label.setText(words)
            label.setVisible(bool(words))
        self.what.set_tone("over" if wrong else "ink")


class SlipsFrame(Page):
    """Takes what is dropped on it, readable or not."""

    def __init__(self, lines: SlipLines, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self.drops = ScanDrops(self)
        self.week = ComboField("", [])
        self.week.name_it(self.tr("哪一周"))
        self.week.setFixedWidth(tokens.px(WEEK))
        self.week.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.print = Button(self.tr("打印任务单"), icon="printer", keys="Ctrl+P")
        self.heading = Label("", "heading", wrap=True)
        self.sentence = Label("", "second", "ink2", wrap=True)
        self.grid = ListGrid(lines.columns(), name=self.tr("任务单"), many=False)
        self.panel = SlipPanel(today)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px."""
        return QSize(640, 360)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(tokens.GUTTER, 12, tokens.GUTTER, 10)
        left.setSpacing(6)
        head, under = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.print)
        under.addWidget(self.sentence, 1)
        under.addWidget(self.week)
        left.addLayout(head)
        left.addLayout(under)
        left.addWidget(self.grid, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
