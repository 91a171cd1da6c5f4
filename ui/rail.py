"""The blackboard rail at the left: the tabs that exist, and at its foot backup, user, settings and lock."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ui import fonts, icons, tokens
from ui.page import PageSpec
from ui.pieces import paint
from ui.sign import Sign

TAB, FOOT_LINE = 46, 30
LOW_TAB, LOW_LINE = 34, 24
"""px at 100 % where the window is too low for all of them."""
MOST = 99
"""A larger count is shown as 99+."""


class RailButton(QAbstractButton):
    """A tab or a line of the foot: icon, words, key; a real button to keyboard and screen reader."""

    def __init__(
        self, label: str, icon: str, key: str = "", *, tab: bool = False, quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._icon, self._key, self._tab, self._narrow = icon, key, tab, False
        self._quiet = quiet
        self._waiting, self._urgent = "", False
        self.setCheckable(tab)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """Words beside the icon; the tooltip where there is room for the icon only."""
        self.setText(label)
        self.setAccessibleName(label)
        self.setToolTip(f"{label}（{self._key}）" if self._key else label)
        self.update()

    def set_waiting(self, count: int, urgent: bool) -> None:
        """How much waits there, in a circle beside the words; 0 shows nothing."""
        self._waiting, self._urgent = str(min(count, MOST)) + "+" * (count > MOST) if count else "", urgent
        self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Icon only, or icon and words."""
        self._narrow = narrow
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(tokens.RAIL_NARROW), tokens.px(TAB if self._tab else FOOT_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.px(tokens.RAIL_NARROW), tokens.px(LOW_TAB if self._tab else LOW_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            on = self.isChecked()
            if on or (self.underMouse() and self.isEnabled()):
                paint.fill(painter, rect, "railA")
            if on:
                paint.fill(painter, QRectF(0, 0, 4, rect.height()), "chalk")
            if self.hasFocus():
                paint.box(painter, rect.adjusted(4, 2, -2, -2), "", "chalk", line=1.5)
            middle = rect.center().y()
            loud = not self._quiet
            token = "chalk" if on else "railT" if loud else "railM"
            size = 18 if self._tab else 16
            side = icons.side(size)
            x = rect.center().x() - side / 2 if self._narrow else (18.0 if self._tab else 16.0)
            icons.draw(painter, self._icon, x, middle - side / 2, token, size)
            if self._narrow:
                self._circle(painter, x + side - tokens.px(4), middle - side / 2, small=True)
                return
            letters = tokens.NAME if self._tab else tokens.SECOND
            ink = "railT" if loud else "railM"
            left = x + side + (8 if self._tab else 6)
            if self._quiet:
                letters = tokens.HINT
            beside = fonts.width(self._key, tokens.HINT) + 30 if self._key and not self._tab else 16
            room = rect.width() - left - beside
            weight = 600 if on else 400
            room -= self._wide() + 8 if self._waiting else 0
            wide = paint.text(painter, left, middle, self.text(), size=letters, weight=weight, token=ink, width=room)
            self._circle(painter, left + wide + 7, middle)
            if self._key:
                key = self._key.removeprefix("Ctrl+") if self._tab else self._key
                edge = rect.right() - (12 if self._tab else 20)
                paint.text(painter, edge, middle, key, size=tokens.HINT, token="railM", right=True)


    def _wide(self, letters: int = tokens.HINT, high: int = 19) -> float:
        return max(float(tokens.px(high)), fonts.width(self._waiting, letters, 600) + tokens.px(10))

    def _circle(self, painter: QPainter, left: float, middle: float, *, small: bool = False) -> None:
        """The count: chalk-yellow where it is urgent, else an outline."""
        if not self._waiting:
            return
        letters, high = (tokens.HINT, 19) if not small else (tokens.KEYCAP, 15)
        across = self._wide(letters, high)
        box = QRectF(min(left, self.width() - across - 3), middle - tokens.px(high) / 2, across, tokens.px(high))
        ground, border, ink = ("chalk", "", "rail") if self._urgent else ("rail", "railM", "railT")
        paint.box(painter, box, ground, border, radius=box.height() / 2)
        wide = fonts.width(self._waiting, letters, 600)
        paint.text(painter, box.center().x() - wide / 2, box.center().y(), self._waiting, size=letters, weight=600,
                   token=ink)  # fmt: skip


class Rail(QWidget):
    """164 px wide, or 56 px with icons only; never a tab that leads nowhere."""

    chosen = Signal(str)
    settings_wanted = Signal(str)
    """The section to open, "" for where they were left."""
    locks = Signal()
    finds = Signal()

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._school = ""
        self.sign = Sign(tokens.px(43), parent=self)
        self.tabs = {
            spec.key: RailButton(spec.title, spec.icon, f"Ctrl+{number}", tab=True, parent=self)
            for number, spec in enumerate(specs, 1)
        }
        self.backup = RailButton("", "shield-check", quiet=True, parent=self)
        self.user = RailButton("", "user-round", quiet=True, parent=self)
        self.finder = RailButton(self.tr("去哪里"), "search", "Ctrl+K", parent=self)
        self.settings = RailButton(self.tr("设置"), "settings", parent=self)
        self.lock = RailButton(self.tr("锁定"), "lock", "Ctrl+L", parent=self)
        self._column = QVBoxLayout(self)
        self._lay_out()
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
        for button, section in ((self.settings, ""), (self.backup, "backups"), (self.user, "account")):
            button.clicked.connect(lambda _on=False, section=section: self.settings_wanted.emit(section))
        self.lock.clicked.connect(self.locks)
        self.finder.clicked.connect(self.finds)
        self.set_narrow(False)

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(0)
        self._sign_row = QVBoxLayout()
        self._sign_row.addWidget(self.sign)
        column.addLayout(self._sign_row)
        self._gap = QSpacerItem(0, tokens.px(44), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        column.addItem(self._gap)
        for tab in self.tabs.values():
            column.addWidget(tab)
        column.addStretch(1)
        for line in (self.backup, self.user, self.finder, self.settings, self.lock):
            column.addWidget(line)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, where the window is narrow."""
        self._narrow = narrow
        self.setFixedWidth(tokens.px(tokens.RAIL_NARROW) if narrow else tokens.px(tokens.RAIL))
        self.sign.set_cells(1 if narrow else 2)
        # The name of the school stands there only where the rail is wide.
        self._gap.changeSize(0, tokens.px(14 if narrow else 44), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.invalidate()
        self._sign_row.setContentsMargins(tokens.px(6) if narrow else 16, 0, 0, 0)
        for button in (*self.tabs.values(), self.backup, self.user, self.finder, self.settings, self.lock):
            button.set_narrow(narrow)
        for line in (self.backup, self.user):
            line.setVisible(not narrow)
        self.update()

    def mark(self, key: str) -> None:
        """Put the chalk mark on a tab (on none for pages that are not on the rail)."""
        for other, tab in self.tabs.items():
            tab.setChecked(other == key)

    def show_waiting(self, key: str, count: int, urgent: bool) -> None:
        """How much waits on a page; nothing for one that is not on the rail."""
        if key in self.tabs:
            self.tabs[key].set_waiting(count, urgent)

    def show_school(self, school: str, user: str) -> None:
        """Whose file this is, and who sits at it."""
        self._school = school
        self.setToolTip(school)
        self.user.set_label(user)
        self.update()

    def show_backup(self, line: str) -> None:
        """When the last backup was made."""
        self.backup.set_label(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.fill(painter, QRectF(self.rect()), "rail")
            if self._narrow:
                return
            middle = self.sign.geometry().bottom() + tokens.px(20)
            paint.text(painter, 16, middle, self._school, size=tokens.SECOND, token="railM", width=self.width() - 28)
            paint.rule(painter, 16, self.backup.y() - 8, self.width() - 32, "railA")
