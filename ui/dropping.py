"""A file dropped anywhere on the window goes to the page that takes files, whatever lies under the pointer."""

from pathlib import PurePath

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.slips.scans import may_be_scan


def dropped_files(mime: QMimeData) -> list[str]:
    """Paths of the files and folders that are dragged; web addresses are none."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


class FileDrops(QObject):
    """Watches a window. A child widget that accepts the drop itself keeps it."""

    dropped = Signal(list)
    """Their paths."""
    over = Signal(str)
    """The name of the first file, while it is held over the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if files := dropped_files(event.mimeData()):
                event.acceptProposedAction()
                self.over.emit(PurePath(files[0]).name)
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._take(event)
        return False

    def _take(self, event: QDropEvent) -> bool:
        files = dropped_files(event.mimeData())
        if not files:
            return False
        event.acceptProposedAction()
        self.dropped.emit(files)
        return True


class ScanDrops(QObject):
    """Watches a page that knows what scans are, readable or not: the window would take a dim one for a photo of a
    child. What is no scan goes on to the window."""

    dropped = Signal(list)
    """Paths of files and folders."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, (QDragEnterEvent, QDropEvent)):
            return False
        paths = dropped_files(event.mimeData())
        if not paths or not all(map(may_be_scan, paths)):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True
