"""At the right, one thing of 迎检自查: a point of the checklist, a problem with its photos, an inspection."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.attachments import AFTER, BEFORE, PROBLEM
from ui.attachments.strip import AttachmentStrip
from ui.inspection.sights import Line, Sight, sight
from ui.inspection_book import Book
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Fact
from ui.pieces.titled_panel import TitledPanel
from ui.pieces.to_do import ToDo
from ui.session import Session
from ui.work import Work


class RecordPanel(TitledPanel):
    """`show_record` after every change; `acted` tells the key of the button."""

    acted = Signal(str)
    goes = Signal(str, object)

    def __init__(self, session: Session, work: Work, book: Book) -> None:
        super().__init__(name=session.tr("这一项"))
        self._session, self._book = session, book
        self.what: tuple[str, int] = ("", 0)
        self.sight: Sight | None = None
        self.buttons: dict[str, Button] = {}
        self.before = AttachmentStrip(session, work, heading=self.tr("整改前的照片"))
        self.after = AttachmentStrip(session, work, heading=self.tr("整改后的照片"))
        for strip in (self.before, self.after):
            self.add_staying(strip)
        self.set_action(self.go)
        self.go.clicked.connect(self._act)

    def show_record(self, segment: str, row: int) -> bool:
        """Show it afresh; False if it is gone."""
        self.what = segment, row
        self.sight = found = sight(self._book, segment, row)
        if found is None:
            return False
        self.title(found.name, found.about)
        self.go.set_label(found.main[1])
        self.clear()
        self.buttons = {key: Button(words, keys=keys) for key, words, keys in found.acts}
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.acted.emit(key))
        if found.mark[0]:
            self.add(Mark(*found.mark))
        if self.buttons:
            self.add(FlowLine(self.buttons.values()))
        for name, value in found.facts:
            self.add(Fact(name, value))
        if found.heading:
            self.add_section(found.heading)
        for line in found.lines:
            self.add(self._line(line))
        for strip, moment in ((self.before, BEFORE), (self.after, AFTER)):
            strip.show_for(PROBLEM, found.photos, found.name, moment=moment)
        return True

    def _act(self) -> None:
        if self.sight is not None:
            self.acted.emit(self.sight.main[0])

    def _line(self, line: Line) -> QWidget:
        second = Label(line.second or line.text, "second", "ink2", wrap=True)
        if not line.page:
            if line.second:
                second.setText(self.tr("{0}，{1}").format(line.text, line.second))
            return second
        row = ToDo(line.text, second)
        row.opened.connect(lambda: self.goes.emit(line.page, line.want))
        return row
