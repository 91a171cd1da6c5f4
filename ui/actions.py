"""The keys that work everywhere, as actions of the window; the key map of F1 is made from the same list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.page import Page

PAGE_KEYS = (
    ("search", "Ctrl+F", "找孩子、老师或电话"),
    ("new_record", "Ctrl+N", "新记一笔"),
    ("new_child", "Ctrl+Shift+N", "添加孩子"),
    ("open_table", "Ctrl+I", "从表格导入"),
    ("print_out", "Ctrl+P", "打印"),
    ("export", "Ctrl+E", "导出"),
)
"""(what the page is asked, key, words)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("keys", text)


class WindowActions(QObject):
    """Holds them on the window; `follow` enables what the page on screen answers."""

    def __init__(self, window: QWidget, page_of: Callable[[], Page]) -> None:
        super().__init__(window)
        self._window = window
        self.of_page: dict[str, QAction] = {}
        for verb, key, words in PAGE_KEYS:
            self.of_page[verb] = self.add(_tr(words), key, partial(self._ask, page_of, verb))

    def add(self, words: str, key: str, does: Callable[[], object]) -> QAction:
        """One more key of the window."""
        action = QAction(words, self._window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _on=False: does())
        self._window.addAction(action)
        return action

    def _ask(self, page_of: Callable[[], Page], verb: str) -> None:
        getattr(page_of(), verb)()

    def follow(self, page: Page) -> None:
        """Enable what this page answers."""
        for verb, action in self.of_page.items():
            action.setEnabled(verb in page.can)

    def key_map(self) -> list[tuple[str, str]]:
        """(key, words) of every action on the window that can be used now."""
        return [
            (action.shortcut().toString(), action.text())
            for action in self._window.actions()
            if action.isEnabled() and not action.shortcut().isEmpty()
        ]
