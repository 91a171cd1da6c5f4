"""What the window knows of a page: its place on the rail, its keys, and the few things every page may be asked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.work import Work


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
    """Which of search, new_record, new_child, print_out, export, open_table this page answers; greyed out otherwise."""

    def keys(self) -> list[tuple[str, str]]:
        """(key, what it does) for the foot: [("Enter", "完整档案")]."""
        return []

    def refresh(self, touched: frozenset[int] | None) -> None:
        """Show the session's snapshot again: `touched` children changed, or anything if None."""

    def arrive(self, want: object) -> None:
        """Called each time the page is shown, with what `goes` gave (None from the rail)."""

    def search(self) -> None:
        """Ctrl+F: put the cursor into the search box."""

    def new_record(self) -> None:
        """Ctrl+N."""

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
    on_rail: bool = True
    """False: reached from other pages or from the foot of the rail only."""
