"""The list half of the page: what was found, segments, the limit that is changed in place, the helpers."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.pairing import MENTOR, PEER, VOLUNTEER
from app.quiet import LONG
from ui import tokens
from ui.pairings import words
from ui.pairings.circle import MOST, Circle
from ui.pairings.helper_grid import HelperGrid
from ui.pieces.button import Button
from ui.pieces.editors import LineEdit
from ui.pieces.label import Label
from ui.pieces.numbers import Number
from ui.pieces.page_head import PageHead
from ui.pieces.search_box import SearchBox
from ui.pieces.segments import Segment, Segments
from ui.session import Session

ROLE_OF = {"peers": PEER, "volunteers": VOLUNTEER}


class LimitLine(QWidget):
    """每位老师最多带 5 个 修改: the number becomes a field; Enter or leaving it keeps it, Esc does not."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._limit = 0
        self.words = Label("", "hint", "ink2")
        self.edit = LineEdit()
        self.edit.setAccessibleName(self.tr("每位老师最多带几个"))
        self.edit.setFixedWidth(tokens.px(52))
        self.edit.hide()
        self.change = Button(self.tr("修改"), kind="link", height=30, name=self.tr("修改每位老师最多带几个"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        for piece in (self.words, self.edit, self.change):
            row.addWidget(piece)
        self.change.clicked.connect(self._open)
        self.edit.left.connect(self._keep)
        self.edit.reverted.connect(self._shut)

    def show_limit(self, limit: int) -> None:
        """Show the limit of today."""
        self._limit = limit
        self._say()

    def _say(self) -> None:
        open_ = not self.edit.isHidden()
        self.words.setText(self.tr("每位老师最多带") if open_ else self.tr("每位老师最多带 {0} 个").format(self._limit))
        self.change.set_label(self.tr("存下") if open_ else self.tr("修改"))

    def _open(self) -> None:
        if not self.edit.isHidden():
            self._keep()
            return
        self.edit.setText(str(self._limit))
        self.edit.setModified(True)
        self.edit.show()
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def _keep(self) -> None:
        if self.edit.isHidden():
            return
        typed = self.edit.text().strip()
        self._shut()
        if typed.isdecimal() and 1 <= int(typed) <= MOST and int(typed) != self._limit:
            self.changed.emit(int(typed))

    def _shut(self) -> None:
        had = self.edit.hasFocus()
        self.edit.hide()
        self._say()
        if had:
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)


class ListPane(QWidget):
    """What is listed is decided by `circle`; this shows it and lets the person choose."""

    segment_chosen = Signal(str)

    def __init__(self, session: Session, circle: Circle) -> None:
        super().__init__()
        self._session, self._circle = session, circle
        self.search = SearchBox(self.tr("找孩子、老师或电话"))
        self.print = Button(self.tr("结对一览表"), icon="printer", name=self.tr("打印结对一览表"))
        self.print.setToolTip("Ctrl+P")
        self.head = PageHead(self.tr("结对帮扶"), (), self.search, self.print)
        self.segments = Segments(
            [
                Segment("mentors", self.tr("在带的老师")), Segment("room", self.tr("还能带")),
                Segment("late", self.tr("有过期")), Segment("quiet", self.tr("久没联系")),
                Segment("peers", self.tr("学习帮手")), Segment("volunteers", self.tr("志愿者")),
            ],
            name=self.tr("看哪些人"),
        )  # fmt: skip
        self.limit = LimitLine()
        self.more = Button("", name=self.tr("看建议"))
        self.grid = HelperGrid(
            lambda row: words.helper_line(row, session.snapshot, session.today), self.tr("结对帮扶")
        )
        self._lay_out()
        self.search.serve(self.grid)
        self.segments.chosen.connect(self.segment_chosen)
        self.head.clicked.connect(self._number)

    def show_all(self, lack: Mapping[str, int]) -> None:
        """Show the circle again; current row and place stay."""
        circle, key = self._circle, self.segments.current()
        role = ROLE_OF.get(key, MENTOR)
        self.segments.set_counts(circle.counts())
        self.more.set_label(self.tr("{0} 个建议").format(lack[MENTOR]) if lack[MENTOR] else self.tr("看建议"))
        self.limit.show_limit(circle.limit)
        self.grid.show_helpers(circle.rows(key), circle.limit_of(role), role)
        if self.grid.rows() and not self.grid.current():
            self.grid.set_current(self.grid.rows()[0])
        self._say_why_empty(key)
        self._say(lack[MENTOR])

    def _say(self, lack: int) -> None:
        board, limit = self._circle.board, self._circle.limit
        away = board.to_hand_over()
        if lack:
            heading = self.tr("还有 {0} 个孩子没有代理家长").format(lack)
        elif away:
            count = len(away[0].charges)
            heading = self.tr("{0}不在，{1} 个孩子要交接").format(away[0].name, count)
        else:
            heading = self.tr("结对帮扶")
        said = self.tr("位老师带 {0} 个孩子，{1} 位已带满").format(board.taught(), board.full(limit))
        more: list[tuple[Number, str]] = []
        quiet = sum(bool(charge.quiet) for one in board.quiet() for charge in one.charges)
        if quiet:
            more.append((Number("quiet", quiet, self.tr("久没联系")), self.tr("对 {0} 周没联系").format(LONG)))
        if lack and away:
            more.append((Number("away", len(away), self.tr("要交接的老师")), self.tr("位老师要交接")))
        parts: list[str | Number] = [Number("mentors", len(board.with_children()), self.tr("在带的老师"))]
        for number, words_ in more:
            parts += [f"{said}，", number]
            said = words_
        self.head.set_words(heading, [*parts, said])

    def _number(self, key: str) -> None:
        if key == "away":
            away = self._circle.board.to_hand_over()
            if away:
                self.segment_chosen.emit("mentors")
                self.grid.set_current(away[0].id)
                self.grid.opened.emit(away[0].id)
            return
        self.segment_chosen.emit(key)

    def _say_why_empty(self, key: str) -> None:
        if self.grid.rows():
            self.grid.set_empty("")
            return
        if self._circle.query:
            self.grid.set_empty(self.tr("没有找到“{0}”").format(self._circle.query))
            return
        self.grid.set_empty({
            "mentors": self.tr("还没有结对，右边有建议"), "room": self.tr("老师都带满了，把上限改大就能再配"),
            "late": self.tr("没有过期的"), "quiet": self.tr("每一对最近四周都联系过"),
            "peers": self.tr("还没有学习帮手，右边点“没有帮手”就有建议"),
            "volunteers": self.tr("还没有志愿者，打开一个孩子就能配"),
        }[key])  # fmt: skip

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(tokens.GAP)
        line.addWidget(self.segments, 1)
        line.addStretch(0)
        line.addWidget(self.limit, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 2, tokens.GUTTER, 8)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self.grid, 1)
