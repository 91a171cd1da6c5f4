"""What the window knows of a page: its place on the rail, its keys, and the few things every page may be asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.work import Work

RECORDS = "contacts"
"""Key of the page on which Ctrl+N writes a record, from wherever one is."""
Badge = tuple[int, bool]
"""A count, and whether it is urgent."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere Ctrl+K leads to: found by its name, pinyin, initials or the end of a number."""

    page: str
    """Key of the page, which is opened with `want`; "" for an action, which `want` names."""
    want: str | int | None
    name: str
    pinyin: str = ""
    initials: str = ""
    digits: tuple[str, ...] = ()
    detail: str = ""
    icon: str = ""
    """"" shows the first character of the name in a 田字格."""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that work in one place: ("Enter", "完整档案") …"""

    title: str
    keys: tuple[tuple[str, str], ...]


def no_keys() -> Sequence[KeyGroup]:
    """What a page outside of a window knows of the keys of the others."""
    return ()


class Page(QWidget):
    """A page in the window. Override what applies; the window asks, the page answers.

    The keys below belong to the window (two owners of one shortcut cancel each other out), so a page
    overrides the method and sets no QShortcut of its own for them.
    """

    goes = Signal(str, object)
    """Ask the window to show the page of this key, with what that page shall open with (`arrive`)."""
    leaves = Signal()
    """Ask the window to go back to the page before."""
    keys_changed = Signal()
    """The foot shall ask `keys` again."""

    can: frozenset[str] = frozenset()
    """Which of search, new_child, print_out, export, open_table this page answers; greyed out otherwise. (new_record it
    answers wherever there is a page for records.)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all_keys: Callable[[], Sequence[KeyGroup]] = no_keys
        """Every key of the program, by place; given by the window."""

    def keys(self) -> list[tuple[str, str]]:
        """(key, what it does) for the foot: [("Enter", "完整档案")]."""
        return []

    def key_groups(self) -> list[KeyGroup]:
        """The keys of all its states, for the key map; a group without a title takes the page's."""
        return [KeyGroup("", tuple(self.keys()))]

    def refresh(self, touched: frozenset[int] | None) -> None:
        """Show the session's snapshot again: `touched` children changed, or anything if None."""

    def arrive(self, want: object) -> None:
        """Called each time the page is shown, with what `goes` gave (None from the rail)."""

    def here(self) -> object:
        """What `arrive` needs to show this again when the window is built anew; asked after `leave`."""
        return None

    def search(self) -> None:
        """Ctrl+F: put the cursor into the search box."""

    def new_record(self) -> None:
        """Ctrl+N, on every page: to where a record of care is written, for the child that is shown here."""
        self.goes.emit(RECORDS, {"child": self.child_shown()})

    def child_shown(self) -> int | None:
        """The child this page is about now; None for none or many."""
        return None

    def new_child(self) -> None:
        """Ctrl+Shift+N."""

    def print_out(self) -> None:
        """Ctrl+P."""

    def export(self) -> None:
        """Ctrl+E."""

    def open_table(self) -> None:
        """Ctrl+I."""

    def back(self) -> bool:
        """Esc: close what is open inside the page; False if there was nothing, then the window goes back."""
        return False

    def leave(self) -> bool:
        """The page is about to be left or the window locked or closed: save the field in work; False keeps it."""
        return True

    def resume(self) -> bool:
        """After the login: bring back what was half typed when the program ended; False if there was nothing."""
        return False

    def topic(self) -> str:
        """The chapter of the guide that F1 opens; "" = that of the page's key."""
        return ""

    def help_text(self) -> str:
        """The paragraph that F1 shows about this page."""
        return ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page to register; the window builds it when it is first shown."""

    key: str
    """Name for `Page.goes`: "roster"."""
    title: str
    icon: str
    """Name of an icon in resources/icons."""
    factory: Callable[[Session, Work], Page]
    under: str = ""
    """Key of the tab this page belongs to, which keeps the mark while it is shown."""
    follows: bool = False
    """Reached from everywhere: while it is shown the mark stays on the tab of the page before, if that has one."""
    on_rail: bool = True
    """False: reached from other pages or from the foot of the rail only."""
    places: Callable[[Session], Sequence[Place]] = lambda _session: ()
    """What lies on this page and can be gone to by Ctrl+K, in the order to offer it."""
    group: str = ""
    """The heading these places stand under; "" = among the pages."""
    badge: Callable[[Session], Badge] = lambda _session: (0, False)
    """How much waits on this page, beside its title on the rail; 0 shows nothing. Asked after every change."""
    opens: Callable[[Session], bool] = lambda _session: True
    """Whether the window may open with this page; the first on the rail that says so is it."""
    takes: Callable[[Session, Sequence[str]], bool] = lambda _session, _paths: False
    """Whether files or folders dropped anywhere on the window are for this page, which is opened with their paths."""
