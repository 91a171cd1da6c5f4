"""What the desk of 捐赠与心愿 is made of, and what of it there is room for."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import tokens
from ui.gifts.book import Book
from ui.gifts.deeds import GiftDeeds
from ui.gifts.form import FormPanel
from ui.gifts.letter_panel import LetterPanel
from ui.gifts.list_pane import ListPane
from ui.gifts.overview import Overview
from ui.gifts.record_panel import RecordPanel
from ui.pieces.side_desk import SideDesk
from ui.session import Session


class DeskParts(SideDesk):
    """The widgets of `Desk` in their places: at the left a list, class lists or a sheet, at the right a panel."""

    list: ListPane
    form: FormPanel

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.book = Book(session)
        self.deeds = GiftDeeds(session, self.book)
        self.list, self.overview = ListPane(session, self.book), Overview(session, self.book)
        self.record, self.form = RecordPanel(session, self.book), FormPanel(session, self.book, self.deeds)
        self.letter = LetterPanel(session, self.book)
        self.people, self.sheet = _padded(self.form.people), _padded(self.letter.preview)
        self.stand([self.list, self.people, self.sheet], [self.overview, self.record, self.form, self.letter],
                   self.overview.close_button)  # fmt: skip

    def is_beside_its_own(self) -> bool:
        """Children to tick and a letter's sheet stand beside their panel at any width."""
        return self._has_people() or self.panel is self.letter

    def arrange(self) -> None:
        super().arrange()
        self.people.setVisible(self._has_people())
        self.sheet.setVisible(self.panel is self.letter)

    def _has_people(self) -> bool:
        return self.panel is self.form and self.form.errand is not None and self.form.errand.is_of_many


def _padded(piece: QWidget) -> QWidget:
    around = QWidget()
    inner = QHBoxLayout(around)
    inner.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
    inner.addWidget(piece)
    return around
