"""One door for work in the background: one job at a time, a connection of its own, progress, cancel, worded errors."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from app.store import Cancelled, Progress, Store

T = TypeVar("T")


class Busy(Exception):
    """A job was asked for while another one runs."""


class _Thread(QThread):
    """Carries one job and sends back what came out of it."""

    came = Signal(object)
    broke = Signal(object)
    moved = Signal(int, int)

    def __init__(self, job: Callable[[Progress], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._job = job

    def run(self) -> None:
        try:
            outcome = self._job(self._step)
        except Exception as error:
            self.broke.emit(error)
        else:
            self.came.emit(outcome)

    def _step(self, done: int, total: int) -> None:
        if self.isInterruptionRequested():
            raise Cancelled
        self.moved.emit(done, total)


class Work(QObject):
    """Runs jobs for the window; `store_of` names the open store at the moment a job starts."""

    started = Signal(str, bool)
    """(label, whether it can be cancelled): the window shows the progress strip and makes the fields read-only."""
    moved = Signal(int, int)
    ended = Signal()
    failed = Signal(object)
    """The exception of a job that had no `on_error` of its own: the window words it."""
    cancelled = Signal(str)

    def __init__(self, store_of: Callable[[], Store] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store_of = store_of
        self._thread: _Thread | None = None
        self._on_done: Callable[[Any], None] | None = None
        self._on_error: Callable[[Exception], None] | None = None
        self._label = ""

    @property
    def busy(self) -> bool:
        return self._thread is not None

    def run(
        self,
        job: Callable[[Store, Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None] | None = None,
        label: str = "",
        *,
        can_cancel: bool = True,
    ) -> None:
        """Do `job` with a connection of its own. Raises Busy if another job is running."""
        if self._store_of is None:
            raise RuntimeError("this door has no store")
        store = self._store_of()

        def with_store(progress: Progress) -> T:
            with store.for_thread() as own:
                return job(own, progress)

        self.run_alone(with_store, on_done, on_error, label, can_cancel=can_cancel)

    def run_alone(
        self,
        job: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None] | None = None,
        label: str = "",
        *,
        can_cancel: bool = True,
    ) -> None:
        """Do a job that needs no open store (verify a backup, restore). Raises Busy."""
        if self._thread is not None:
            raise Busy
        self._on_done, self._on_error, self._label = on_done, on_error, label
        thread = _Thread(job, self)
        self._thread = thread
        queued = Qt.ConnectionType.QueuedConnection
        thread.moved.connect(self.moved, queued)
        thread.came.connect(self._came, queued)
        thread.broke.connect(self._broke, queued)
        self.started.emit(label, can_cancel)
        thread.start()

    def cancel(self) -> None:
        """Ask the job to stop at its next step; it rolls back."""
        if self._thread is not None:
            self._thread.requestInterruption()

    def wait(self) -> None:
        """Stand still until the job is over (when the program is closed)."""
        if self._thread is not None:
            self._thread.wait()

    def _finish(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.wait()
            thread.deleteLater()
        self.ended.emit()

    @Slot(object)
    def _came(self, outcome: object) -> None:
        on_done = self._on_done
        self._finish()
        if on_done is not None:
            on_done(outcome)

    @Slot(object)
    def _broke(self, error: Exception) -> None:
        on_error, label = self._on_error, self._label
        self._finish()
        if isinstance(error, Cancelled):
            self.cancelled.emit(label)
        else:
            logging.getLogger(__name__).error("job", exc_info=error)
        if on_error is not None:
            on_error(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)
