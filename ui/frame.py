"""What stands round the pages of the window: rail, bands and strips, foot, quiet line; knows no noun of the school."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import tokens, words
from ui.backup_words import backup_line
from ui.foot import KeyFoot
from ui.page import Page, PageSpec
from ui.rail import Rail
from ui.sample_band import SampleBand
from ui.session import Session
from ui.strip import ErrorStrip, WorkStrip
from ui.work import Work


class PageArea(QScrollArea):
    """Holds one page. Where the window is too small for it, it scrolls as a whole rather than be cut."""

    laid = Signal()
    """Something in the page has another size or place now."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def _fit(self) -> None:
        """As large as there is room for, but not smaller than it can be. (Left to itself, the area would make a page
        with wrapped lines as high as it would like to be.)"""
        least, whole = self.page.minimumSizeHint(), self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        low, narrow = least.height() > whole.height(), least.width() > whole.width()
        room = whole - QSize(bar if low else 0, bar if narrow else 0)
        self.page.resize(room.expandedTo(least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.laid.emit()
        return super().eventFilter(watched, event)


class Frame(QWidget):
    """The window without its pages."""

    def __init__(self, session: Session, work: Work, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.rail = Rail([spec for spec in specs if spec.on_rail], self)
        # Before it is first laid out: with its words it might be higher than the window, which would grow.
        self.rail.set_narrow(parent is not None and tokens.is_narrow(parent.width()))
        self.stack = QStackedWidget(self)
        self.foot = KeyFoot(self.aside, self)
        self.band = SampleBand(self)
        self.strip = WorkStrip(work, self)
        self.errors = ErrorStrip(self)
        self._had_focus: QWidget | None = None
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for widget in (self.band, self.stack, self.errors, self.strip, self.foot):
            middle.addWidget(widget, 1 if widget is self.stack else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        session.said.connect(self.foot.say)
        session.failed.connect(self.errors.tell)
        session.noted.connect(self.errors.note)
        work.started.connect(self._work_started)
        work.ended.connect(self._work_ended)
        work.failed.connect(self._work_failed)
        work.cancelled.connect(self._cancelled)

    @property
    def page(self) -> Page:
        """The page on screen."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, PageArea)
        return shown.page

    def aside(self) -> int:
        """How wide the panel at the right edge of the page is; 0 for none. The foot leaves that strip to it."""
        shown = self.stack.currentWidget()
        if not isinstance(shown, PageArea):
            return 0
        for panel in shown.page.findChildren(QWidget):
            if panel.property("aside") and panel.isVisible():
                right = panel.mapTo(shown.page, QPoint(panel.width(), 0)).x()
                if right >= shown.page.width() > 2 * panel.width():
                    return panel.width()
        return 0

    def show_school(self) -> None:
        """Everything the frame itself says of the file: school, user, last backup, whether it is the sample."""
        school = self.session.snapshot.school
        backups = [] if self.work.busy else self.session.store.backups()
        self.rail.show_school(school.name, self.session.store.user)
        self.rail.show_backup(backup_line(backups[0] if backups else None, datetime.now()))
        self.band.setVisible(school.is_sample)

    def _work_started(self, label: str, can_cancel: bool) -> None:
        self._had_focus = self.focusWidget()
        self.stack.setEnabled(False)

    def _work_ended(self) -> None:
        self.stack.setEnabled(True)
        self.show_school()
        if self._had_focus is not None:
            self._had_focus.setFocus()

    def _work_failed(self, error: Exception) -> None:
        self.errors.tell(words.sentence(error))

    def _cancelled(self, label: str) -> None:
        self.foot.say(self.tr("停下了：{what}，什么都没改").format(what=label))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(tokens.is_narrow(event.size().width()))
