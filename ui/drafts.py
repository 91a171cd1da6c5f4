"""What is half typed, kept in the encrypted file until it is committed: it survives a crash, the lock, a power cut."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.store import Store, StoreError

WAITS_MS = 1000
"""From the first key that is not written yet; typing on does not put it off."""
TRIES_MS = 10_000
"""How often a write that failed is tried again."""
OPEN = "open"

Words = Mapping[str, Any]
Made = Callable[[], Words | None]
"""Says what is typed now: {} = nothing any more, None = cannot be asked any more, so the last word stands."""


class Drafts(QObject):
    """Drafts by key: "new_child", "survey.3". Each is a JSON object in a setting of the file, one per user."""

    failed = Signal(object)
    """StoreError: the drafts could not be written; they stay in memory and are tried again. Once until it works."""

    def __init__(self, store: Callable[[], Store], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._waiting: dict[str, Made] = {}
        self._failing = False
        self._timer = QTimer(self, singleShot=True, interval=WAITS_MS)
        self._timer.timeout.connect(self.flush)

    def read(self, key: str) -> dict[str, Any]:
        """What was kept under the key; {} for nothing."""
        waiting = self._waiting[key]() if key in self._waiting else None
        if waiting is not None:
            return dict(waiting)
        try:
            kept = json.loads(self._store().setting(self._name(key)) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def keep(self, key: str, made: Made, page: str = "") -> None:
        """Write soon what `made` says then; {} drops it. With `page` this is the work to come back to on that page."""
        self._waiting[key] = made
        if page:
            self._waiting[OPEN] = lambda: None if (words := made()) is None else words and {"page": page, "key": key}
        if not self._timer.isActive():
            self._timer.start(WAITS_MS)

    def keep_of(self, desk: QObject, key: Callable[[], str], made: Callable[[], Words], page: str) -> None:
        """Keep what a desk says is typed there. Asked when the desk shows something else by then, or is gone, the last
        word stands."""
        shown = key()
        self.keep(shown, lambda: made() if isValid(desk) and key() == shown else None, page)

    def drop(self, key: str) -> None:
        """It is committed, or thrown away: forget it now."""
        self._waiting[key] = dict
        self.close(key)
        self.flush()

    def close(self, key: str) -> None:
        """The work was put away by hand: the draft stays, but nothing leads back to it by itself."""
        if self.read(OPEN).get("key") == key:
            self._waiting[OPEN] = dict

    def opened(self) -> str:
        """Key of the draft that was being typed when the program ended."""
        return str(self.read(OPEN).get("key", ""))

    def page(self) -> str:
        """Key of the page on which something was half typed when the program ended; "" for none."""
        opened = self.read(OPEN)
        return str(opened.get("page", "")) if self.read(str(opened.get("key", ""))) else ""

    def flush(self) -> bool:
        """Write at once what waits. False if it could not be written; it waits on then."""
        self._timer.stop()
        try:
            for key, made in list(self._waiting.items()):
                self._write(key, made())
                self._waiting.pop(key, None)
        except StoreError as error:
            if not self._failing:
                self._failing = True
                self.failed.emit(error)
            self._timer.start(TRIES_MS)
            return False
        self._failing = False
        return True

    def _write(self, key: str, words: Words | None) -> None:
        if words is None:
            return
        store, name = self._store(), self._name(key)
        text = json.dumps(words, ensure_ascii=False) if words else ""
        if text != store.setting(name):
            store.set_setting(name, text)

    def _name(self, key: str) -> str:
        return f"draft.{key}.{self._store().user}"
