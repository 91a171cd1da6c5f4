"""F1: a short paragraph about the page on screen and the map of all keys, made from the actions themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources import guide
from ui import fonts, tokens
from ui.guide_text import GuideText
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label


class KeyCap(QWidget):
    """One key, drawn as a keycap."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setFixedSize(round(fonts.width(key, tokens.HINT)) + 14, tokens.px(22))
        self.setAccessibleName(key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "surface", "line2", radius=3)
            paint.text(painter, 7, self.height() / 2, self._key, size=tokens.HINT, token="ink2")


class HelpSheet(QWidget):
    """A panel at the right over the page; closed by Esc, F1 or its button."""

    closed = Signal()
    all_wanted = Signal()
    """The page with every key, and its paper."""
    guide_wanted = Signal(str)
    """The whole guide, open at the chapter of that topic."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self._title = Label("", "panel")
        self.text = Label("", "body", "ink2", wrap=True)
        self._body = QWidget()
        self._body.setProperty("ground", "none")
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(12)
        self.chapter = GuideText(whole=True)
        inside.addWidget(self.text)
        inside.addWidget(self.chapter)
        self._grid = QGridLayout()
        inside.addLayout(self._grid)
        inside.addStretch(1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self.shut = Button(self.tr("关上"), keys="Esc", height=30)
        self.shut.clicked.connect(self.closed)
        self.all = Button(self.tr("所有按键，可打印"), kind="link", icon="keyboard", height=30)
        self.all.clicked.connect(self.closed)
        self.all.clicked.connect(self.all_wanted)
        self._topic = ""
        self.guide = Button(self.tr("使用说明，从头看"), kind="link", icon="book-open", height=30)
        self.guide.clicked.connect(self.closed)
        self.guide.clicked.connect(lambda: self.guide_wanted.emit(self._topic))
        scroll = self._scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("这一页的说明和按键"))
        scroll.setProperty("ring", "true")
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._body)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        links = QHBoxLayout()
        links.setSpacing(tokens.BETWEEN)
        links.addWidget(self.guide)
        links.addWidget(self.all)
        links.addStretch(1)
        column.addLayout(links)
        self.shown: list[tuple[str, str]] = []
        self.hide()

    def tell(
        self, title: str, text: str, topic: str, here: Sequence[tuple[str, str]], everywhere: Sequence[tuple[str, str]]
    ) -> None:
        """Fill the sheet: the page's own words, its chapter of the guide, its keys, the keys that work everywhere."""
        self._topic = topic
        self.chapter.show_text(guide.section_of(topic).text)
        self._scroll.verticalScrollBar().setValue(0)
        self._title.setText(self.tr("{page}：帮助").format(page=title))
        self.text.setText(text)
        self.text.setVisible(bool(text))
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        known = {key for key, _words in everywhere}
        self.shown = [*everywhere]
        own = [(key, words) for key, words in here if key not in known]
        for head, keys in ((self.tr("这一页"), own), (self.tr("到处都能用"), list(everywhere))):
            self._add(head, keys)
        self._grid.setColumnStretch(1, 1)

    def _add(self, head: str, keys: list[tuple[str, str]]) -> None:
        if not keys:
            return
        row = self._grid.rowCount()
        self._grid.addWidget(Label(head, "strong"), row, 0, 1, 2)
        for number, (key, words) in enumerate(keys, row + 1):
            self._grid.addWidget(KeyCap(key), number, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(Label(words, "second"), number, 1)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab stays here while the sheet covers the page; Esc leaves."""
        inside = [self.shut, self._scroll, self.guide, self.all]
        here = self.focusWidget()
        place = inside.index(here) if here in inside else -1
        inside[(place + (1 if on else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def cover(self, area: QRect) -> None:
        """Show at the right edge of `area`."""
        width = min(tokens.px(420), area.width() - tokens.px(tokens.RAIL_NARROW))
        self.setGeometry(area.right() - width + 1, area.top(), width, area.height())
        self.show()
        self.raise_()
        self.shut.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "surface")
            paint.fill(painter, QRectF(0, 0, 1, self.height()), "line2")
