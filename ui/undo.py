"""Undo and redo for the whole window: named after what they take back, and working from inside a text field too."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from ui.session import Session


class UndoActions(QObject):
    """The two actions, their names kept in step with the file."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.undo = QAction(window)
        self.redo = QAction(window)
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo.setShortcut(QKeySequence("Ctrl+Y"))
        self.undo.triggered.connect(session.undo)
        self.redo.triggered.connect(session.redo)
        for action in (self.undo, self.redo):
            window.addAction(action)
        session.changed.connect(self.name_them)
        self.name_them()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def name_them(self) -> None:
        """Read the last action afresh (after a save, an undo, an unlock)."""
        last, gone = self._session.store.last_action(), self._session.store.last_undone()
        self.undo.setText(self.tr("撤回 {what}").format(what=last.label) if last else self.tr("没有可撤回的"))
        self.redo.setText(self.tr("恢复 {what}").format(what=gone.label) if gone else self.tr("没有可恢复的"))
        for action, known in ((self.undo, last), (self.redo, gone)):
            action.setEnabled(known is not None)
            action.setToolTip(f"{action.text()}（{action.shortcut().toString()}）")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text field swallows Ctrl+Z even when it has nothing to take back: then the window shall have it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        # An editable combo has the focus itself and hands the key on to its line.
        line = watched.lineEdit() if isinstance(watched, QComboBox) else watched
        if not isinstance(line, QLineEdit):
            return False
        takes_undo = event.matches(QKeySequence.StandardKey.Undo) and not line.isUndoAvailable()
        takes_redo = event.matches(QKeySequence.StandardKey.Redo) and not line.isRedoAvailable()
        if takes_undo or takes_redo:
            event.ignore()
            return True
        return False
