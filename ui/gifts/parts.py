"""What the desk of 捐赠与心愿 is made of, and what of it there is room for."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import tokens
from ui.gifts.book import Book
from ui.gifts.deeds import GiftDeeds
from ui.gifts.form import FormPanel
from ui.gifts.letter_panel import LetterPanel
from ui.gifts.list_pane import ListPane
from ui.gifts.overview import Overview
from ui.gifts.record_panel import RecordPanel
from ui.pieces.side_panel import SidePanel
from ui.session import Session


class DeskParts(QWidget):
    """The widgets of `Desk` in their places: at the left a list, class lists or a sheet, at the right a panel."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.book = Book(session)
        self.deeds = GiftDeeds(session, self.book)
        self.list, self.overview = ListPane(session, self.book), Overview(session, self.book)
        self.record, self.form = RecordPanel(session, self.book), FormPanel(session, self.book, self.deeds)
        self.letter = LetterPanel(session, self.book)
        self.panel: SidePanel = self.overview
        self.unfolded = False
        """Where there is room for one only: whether what is to do is shown in place of the list."""
        self.people, self.sheet = _padded(self.form.people), _padded(self.letter.preview)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for left in (self.list, self.people, self.sheet):
            row.addWidget(left, 1)
        for panel in self.panels():
            row.addWidget(panel)

    def panels(self) -> tuple[SidePanel, ...]:
        """What can stand at the right."""
        return self.overview, self.record, self.form, self.letter

    def arrange(self) -> None:
        """Show what there is room for: below 1100 px either the list or what else stands beside it; children to tick
        and a letter's sheet stand beside their panel at any width."""
        wide = not tokens.is_narrow(self.window().width())
        with_people = self.panel is self.form and self.form.errand is not None and self.form.errand.is_of_many
        with_sheet = self.panel is self.letter
        beside = wide or with_people or with_sheet
        alone = not beside and (self.panel is not self.overview or self.unfolded)
        across = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Expanding
        for one in self.panels():
            one.setSizePolicy(across, QSizePolicy.Policy.Expanding)
            one.setVisible(one is self.panel and (beside or alone))
        self.people.setVisible(with_people)
        self.sheet.setVisible(with_sheet)
        self.list.setVisible(not alone and not with_people and not with_sheet)
        self.list.more.setVisible(not wide)
        self.overview.close_button.setVisible(not wide)


def _padded(piece: QWidget) -> QWidget:
    around = QWidget()
    inner = QHBoxLayout(around)
    inner.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
    inner.addWidget(piece)
    return around
