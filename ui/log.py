"""The program's own log: rotating, without children's data, and the last catch for errors nobody caught."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from app.store import StoreError
from ui import words

SAID = "said"
"""Note on an error whose sentence the person has read already."""
MOST_BYTES = 256 * 1024


class _UpTo(logging.FileHandler):
    """Stops at twice MOST_BYTES, so that an error that comes again and again fills no disk.

    (logging.handlers would change files while it runs, and bring sockets and pickles into every login.)
    """

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is None or self.stream.tell() < 2 * MOST_BYTES:
            super().emit(record)


class PlaceOnly(logging.Formatter):
    """Writes where an error happened and of what type it is, never its text: that may hold a child's data."""

    def format(self, record: logging.LogRecord) -> str:
        kept, record.exc_text = record.exc_text, None  # another handler may have put the whole text there
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        if ei[0] is None:
            return ""
        frames = traceback.extract_tb(ei[2])
        return "\n".join(
            [*(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames), f"  {ei[0].__name__}"]
        )


def start(folder: Path, say: Callable[[str], None]) -> None:
    """Log into `folder`; `say` gets the sentence of every uncaught error. Raises OSError.

    A start with more than MOST_BYTES begins a new file; the last two are kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    newest = folder / "qianshou.log"
    if newest.exists() and newest.stat().st_size > MOST_BYTES:
        before = folder / "qianshou.log.1"
        if before.exists():
            before.replace(folder / "qianshou.log.2")
        newest.replace(before)
    handler = _UpTo(newest, encoding="utf-8")
    handler.setFormatter(PlaceOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    catch(say)


def catch(say: Callable[[str], None]) -> None:
    """Log every uncaught error and say its sentence; errors of the world that were said before stay quiet."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logging.getLogger("qianshou").error("uncaught", exc_info=(kind, error, trace))
        if isinstance(error, StoreError) and SAID in getattr(error, "__notes__", ()):
            return
        say(words.sentence(error))

    sys.excepthook = hook
