"""The number to dial, large enough to read from the chair; who answers next if nobody takes it; a clock that runs."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.dialling import Call
from app.kinship import spoken_relation
from app.phones import dial_text
from app.whereabouts import current
from ui import fonts, tokens
from ui.pieces import paint
from ui.pieces.button import Button
from ui.sentences import place_short

SECOND_MS, MINUTE = 1000, 60
HIGH, SIDES = 88, 14


class BigNumber(QAbstractButton):
    """Whose number, the number, and who comes next. A click copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ("", "", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("点一下复制号码"))

    def tell(self, whose: str, number: str, then: str) -> None:
        """Show these three lines."""
        self.lines = (whose, number, then)
        self.setText(number)
        self.setAccessibleName(f"{whose} {number}，{then}" if then else f"{whose} {number}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(240), tokens.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(fonts.width(self.lines[1], tokens.DIAL, 600)) + SIDES + 4, tokens.px(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            room = self.width() - SIDES
            whose, number, then = self.lines
            middle = tokens.px(45)
            paint.text(painter, SIDES, tokens.px(18), whose, size=tokens.SECOND, token="ink2", width=room)
            wide = paint.text(painter, SIDES, middle, number, size=tokens.DIAL, weight=600)
            if self.underMouse():
                paint.underline(painter, SIDES, middle + tokens.px(16), wide, solid=True)
            paint.text(painter, SIDES, tokens.px(72), then, size=tokens.SECOND, token="ink2", width=room)
            if self.hasFocus():
                paint.box(painter, QRectF(self.rect()).adjusted(3, 3, -1, -3), "", "accent", line=1.5)


class NumberBox(QWidget):
    """The numbers of one child, one at a time, and the clock of the call."""

    changed = Signal()
    """Another number is the one to dial, or the clock was started or stopped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls: list[Call] = []
        self._at, self._today = 0, date.min
        self._clock, self._ticks = QElapsedTimer(), QTimer(self)
        self._ticks.setInterval(SECOND_MS)
        self._ticks.timeout.connect(self._show)
        self.number = BigNumber()
        self.ring = Button("", kind="link", icon="phone", name=self.tr("拨了，开始计时"))
        self.ring.setToolTip(self.tr("拨了，开始计时（F9）"))
        self.next = Button("", kind="link", icon="arrow-right", name=self.tr("换下一个号码"))
        beside = QVBoxLayout()
        beside.setSpacing(0)
        for button in (self.ring, self.next):
            beside.addWidget(button)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 8, 2)
        row.setSpacing(2)
        row.addWidget(self.number, 1)
        row.addLayout(beside)
        self.number.clicked.connect(self._copy)
        self.ring.clicked.connect(self.toggle)
        self.next.clicked.connect(self.go_on)

    def offer(self, calls: Sequence[Call], today: date) -> None:
        """Show the first of these numbers; nothing where there is none."""
        self.stop()
        self._calls, self._at, self._today = list(calls), 0, today
        self.setHidden(not self._calls)
        self.next.setHidden(len(self._calls) < 2)
        self._show()

    def current(self) -> Call | None:
        """The number to dial now."""
        return self._calls[self._at] if self._calls else None

    def go_on(self) -> None:
        """Show the next number, after the last the first."""
        if self._calls:
            self._at = (self._at + 1) % len(self._calls)
            self._show()
            self.changed.emit()

    def toggle(self) -> None:
        """F9: the number is on the clipboard and the clock runs; again: it stops."""
        if self._ticks.isActive():
            self.stop()
        elif self.current() is not None:
            self._copy()
            self._clock.start()
            self._ticks.start()
        self._show()
        self.changed.emit()

    def stop(self) -> None:
        """Put the clock away."""
        self._ticks.stop()

    def is_running(self) -> bool:
        """Whether somebody is on the phone."""
        return self._ticks.isActive()

    def minutes(self) -> int:
        """How long the call has lasted, begun minutes counted; 0 while no clock runs."""
        return max(1, -(-self._clock.elapsed() // (SECOND_MS * MINUTE))) if self.is_running() else 0

    def _copy(self) -> None:
        call = self.current()
        if call is not None:
            QGuiApplication.clipboard().setText(call.phone.number)

    def _show(self) -> None:
        call = self.current()
        if call is not None:
            number = dial_text(call.phone.number) if call.phone.number.isdigit() else call.phone.number
            self.number.tell(self._whose(call), number, self._running() or self._then())

    def _running(self) -> str:
        if not self.is_running():
            return ""
        seconds = self._clock.elapsed() // SECOND_MS
        return self.tr("通话中 {0}:{1:02}，记下时分钟自己填上").format(seconds // MINUTE, seconds % MINUTE)

    def _then(self) -> str:
        """不通就打奶奶：0743 002 1906."""
        order = [*self._calls[self._at + 1 :], *self._calls[: self._at]]
        then = next((one for one in order if one.works), None)
        if then is None:
            return ""
        return self.tr("不通就打{0}：{1}").format(spoken_relation(then.kin.relation), dial_text(then.phone.number))

    def _whose(self, call: Call) -> str:
        """妈妈 罗秀珍，在广东东莞."""
        where = current(call.kin, self._today)
        place = place_short(where.place) if where is not None and where.kind == "away" else ""
        parts = [f"{spoken_relation(call.kin.relation)} {call.kin.name}".strip()]
        parts += [self.tr("在{0}").format(place)] if place else [self.tr("带孩子")] if call.cares else []
        parts += [call.phone.state] if call.phone.state else []
        return "，".join(parts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), "accentT", "accentL", radius=tokens.PANEL_RADIUS)
