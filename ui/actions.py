"""The keys that work everywhere, as actions of the window; the key map of F1 is made from the same list."""

from collections.abc import Callable, Iterable, Set
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.page import Page, Place

PAGE_KEYS = (
    ("search", "Ctrl+F", "找孩子、老师或电话", "search"),
    ("new_record", "Ctrl+N", "新记一笔", "pencil"),
    ("new_child", "Ctrl+Shift+N", "添加孩子", "user-round-plus"),
    ("open_table", "Ctrl+I", "从表格导入", "file-spreadsheet"),
    ("print_out", "Ctrl+P", "打印", "printer"),
    ("export", "Ctrl+E", "导出", "download"),
)
"""(what the page is asked, key, words, icon)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("keys", text)


class WindowActions(QObject):
    """Holds them on the window; `follow` enables what the page on screen answers."""

    def __init__(self, window: QWidget, page_of: Callable[[], Page]) -> None:
        super().__init__(window)
        self._window = window
        self.of_page: dict[str, QAction] = {}
        self.always: frozenset[str] = frozenset()
        """What every page answers."""
        self._borrowed: list[QAction] = []
        self._offered: dict[str, tuple[QAction, str]] = {}
        for verb, key, words, icon in PAGE_KEYS:
            self.of_page[verb] = self.add(_tr(words), key, partial(self._ask, page_of, verb), icon)

    def add(self, words: str, key: str, does: Callable[[], object], icon: str = "") -> QAction:
        """One more key of the window. With an icon it is also offered by Ctrl+K."""
        action = QAction(words, self._window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _on=False: does())
        self._window.addAction(action)
        if icon:
            self.offer(action, icon)
        return action

    def offer(self, action: QAction, icon: str) -> None:
        """Let Ctrl+K find an action of the window; its key is its name there, for words like 撤回 … change."""
        self._offered[action.shortcut().toString()] = (action, icon)

    def borrow(self, actions: Iterable[QAction], icon: str) -> None:
        """Show and offer actions that belong to the window around this one."""
        for action in actions:
            self._borrowed.append(action)
            self.offer(action, icon)

    def places(self) -> list[Place]:
        """The offered actions that work now."""
        return [
            Place("", key, action.text(), icon=icon, keys=key)
            for key, (action, icon) in self._offered.items()
            if action.isEnabled()
        ]

    def do(self, key: str) -> None:
        """Carry out an offered action, if it works now."""
        if key in self._offered:
            self._offered[key][0].trigger()

    def _ask(self, page_of: Callable[[], Page], verb: str) -> None:
        getattr(page_of(), verb)()

    def follow(self, page: Page) -> None:
        """Enable what this page answers."""
        for verb, action in self.of_page.items():
            action.setEnabled(verb in page.can | self.always)

    def key_map(self, verbs: Set[str]) -> list[tuple[str, str]]:
        """(key, words) of the window's actions, of those that a page answers only these verbs."""
        others = [self.of_page[verb] for verb in self.of_page if verb not in verbs | self.always]
        named = {"Ctrl+Z": _tr("撤回刚才的改动"), "Ctrl+Y": _tr("恢复撤回的改动")}
        keys = [
            (action.shortcut().toString(), action.text())
            for action in [*self._window.actions(), *self._borrowed]
            if action not in others and not action.shortcut().isEmpty()
        ]
        return [(key, named.get(key, words)) for key, words in keys]
