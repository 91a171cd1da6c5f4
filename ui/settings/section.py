"""What every part of the settings is: a title, widgets, and how it shows the file afresh."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.changes import Change
from ui.session import Session
from ui.work import Work


class Section(QWidget):
    """A part of the settings. What is typed is saved when the field is left."""

    said = Signal(str)
    failed = Signal(str)
    goes = Signal(str, object)
    """Ask the window for another page, as `Page.goes`."""
    keys_changed = Signal()
    """The foot shall ask `keys` again."""

    key = ""
    icon = "settings"
    topic = ""
    """The chapter of the guide about it; "" = that of the settings."""
    wide = 720
    """px at 100 % beyond which it grows no wider."""
    kept: tuple[str, ...] = ()
    """Keys of drafts it can bring back, beside its own."""
    fills = False
    """It takes all the room of the page and scrolls by itself."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.setProperty("ground", "paper")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    @staticmethod
    def title() -> str:
        """Its name in the list of sections."""
        return ""

    @staticmethod
    def also() -> tuple[str, ...]:
        """What stands in it, where somebody may look for that by its own name (Ctrl+K)."""
        return ()

    def show_file(self) -> None:
        """Show the session's snapshot again."""

    def leave(self) -> None:
        """The page is about to be left or the window locked or closed."""

    def back(self) -> bool:
        """Esc: close what is open inside; False if there was nothing."""
        return False

    def keys(self) -> list[tuple[str, str]]:
        """Its own keys for the foot."""
        return []

    def resume(self) -> bool:
        """Bring back what was half typed when the program ended; False if there was nothing."""
        return False

    def delete(self, label: str, changes: list[Change]) -> bool:
        """Take out what was entered by mistake; it goes to the recycle bin."""
        return self.save(label, changes, "delete", self.tr("{0}，Ctrl+Z 撤回，回收站里也能还原").format(label))

    def save(self, label: str, changes: list[Change], kind: str = "edit", said: str = "") -> bool:
        """Apply; False if it failed, which the session has said then."""
        return not changes or self.session.attempt(label, changes, kind, said=said) is not None
