"""A page that is one desk: a list with panels beside it (`ui.pieces.side_desk`)."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page import Page
from ui.pieces.side_desk import SideDesk
from ui.session import Session
from ui.work import Work


class DeskPage(Page):
    """Reads the file when it comes into sight, and leads the window's keys to the desk."""

    desk: SideDesk

    def __init__(self, session: Session, work: Work, desk: SideDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work, self.desk = session, work, desk
        self._stale = True
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(desk)
        desk.panel_changed.connect(self.keys_changed)

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def back(self) -> bool:
        return self.desk.close_panel()

    def leave(self) -> bool:
        self._session.drafts.flush()
        return True

    def search(self) -> None:
        if self.desk.list.isHidden():
            self.desk.close_panel()
        self.desk.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.desk.list.search.selectAll()

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key = Qt.Key, event.key()
        if key in (keys.Key_PageUp, keys.Key_PageDown):
            self.desk.step(-1 if key == keys.Key_PageUp else 1)
        elif key in (keys.Key_Return, keys.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.desk.filled().click()
        else:
            super().keyPressEvent(event)

    def _land(self) -> None:
        """The cursor to where one begins, but not out of a form."""
        if self.desk.list.isHidden():
            self.desk.filled().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.desk.panel is not self.desk.form:
            self.desk.list.focus_list()

    def _show(self) -> None:
        if self._stale:
            self._stale = False
            self.desk.show_all()
