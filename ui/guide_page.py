"""The guide: chapters at the left, the chapter's text and pictures at the right; offline, read from resources."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources import guide
from ui import tokens
from ui.finder import spelt_out
from ui.guide_text import GuideText
from ui.page import Page, Place
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.session import Session
from ui.work import Work

CHAPTERS = 216
"""Width of the list of chapters."""


class GuidePage(Page):
    """Opens with the key of a chapter or of a page."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chapters = guide.sections()
        self.heading = Label("", "heading")
        self.text = GuideText()
        self.list = ListGrid(
            [Column("title", self.tr("目录"), 0, "text", lambda row: Cell(self._chapters[row - 1].title))],
            name=self.tr("目录"), row_height=tokens.ROW_HEADER + 4, many=False,
        )  # fmt: skip
        self.list.setFixedWidth(tokens.px(CHAPTERS))
        self.list.set_rows([number for number, _chapter in enumerate(self._chapters, 1)])
        self.list.current_changed.connect(self._show)
        self.list.opened.connect(lambda _row: self.text.setFocus())
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.heading)
        right.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 8)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(right, 1)

    def keys(self) -> list[tuple[str, str]]:
        return [("↑↓", self.tr("换一章")), ("Esc", self.tr("返回"))]

    def arrive(self, want: object) -> None:
        if isinstance(want, str) or not self.list.current():
            self.list.set_current(self._chapters.index(guide.section_of(str(want or ""))) + 1)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        return QSize(560, 320)

    def _show(self, row: int) -> None:
        if row:
            chapter = self._chapters[row - 1]
            self.heading.setText(chapter.title)
            self.text.show_text(chapter.text)
            self.text.verticalScrollBar().setValue(0)


def places(_session: Session) -> list[Place]:
    """The chapters, for Ctrl+K: 换电脑, 忘记密码 …"""
    return [spelt_out(Place("guide", one.key, one.title, icon="book-open")) for one in guide.sections()]
