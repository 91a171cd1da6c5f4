"""The side of the rooms while one finding of a safety check is looked at: photos from before and after the mending."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.attachments import AFTER, BEFORE, FINDING
from app.rooms import Finding, SafetyCheck
from ui import tokens
from ui.attachments.strip import AttachmentStrip
from ui.care_words import day_short
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Hairline
from ui.pieces.side_panel import SidePanel
from ui.rooms.book import Book
from ui.safety_words import found_words, since_words
from ui.work import Work


class FindingPanel(SidePanel):
    """`show_finding` takes one in hand; it stays after it was mended, for the photo of how it looks now."""

    mended = Signal(object, object, object)
    """Check, finding, and where the button stands (QRect)."""
    left = Signal()

    def __init__(self, book: Book, work: Work) -> None:
        super().__init__(name=book.session.tr("要整改的这一处"))
        self._book = book
        self.shown: tuple[SafetyCheck, Finding] | None = None
        self.title, self.room = Label("", "panel", wrap=True), Label("", "second", "ink2")
        self.mark, self.measure = Mark("over", ""), Label("", "second", "ink2", wrap=True)
        self.return_ = Button(self.tr("返回"), kind="link", keys="Esc", height=26)
        self.before = AttachmentStrip(book.session, work, heading=self.tr("整改前的照片"))
        self.after = AttachmentStrip(book.session, work, heading=self.tr("整改后的照片"))
        self.go = Button(self.tr("整改好了"), keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        for piece in (self.title, self.room, self.mark, self.measure):
            self.head.addWidget(piece)
        self.head.addWidget(self.return_, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.before)
        self.add(Hairline())
        self.add(self.after)
        self.set_action(self.go)
        self.go.clicked.connect(self._go)
        self.return_.clicked.connect(self.left)

    def show_finding(self, check: SafetyCheck, finding: Finding) -> None:
        """Take one in hand, or show it again after a change."""
        self.shown = check, finding
        name = next((one.name for one in self._book.session.snapshot.rooms if one.id == check.room_id), "")
        said = found_words(finding)
        self.title.setText(said)
        self.room.setText(self.tr("{0}，{1}查出").format(name, day_short(check.day, self._book.today)))
        self.measure.setText(finding.measure or self.tr("还没说怎么办"))
        if finding.mended_on is None:
            self.mark.set_status("over", since_words(check, self._book.today))
        else:
            self.mark.set_status("done", mended_words(finding, self._book))
        for strip, moment in ((self.before, BEFORE), (self.after, AFTER)):
            strip.show_for(FINDING, finding.id, self.tr("{0}的{1}").format(name, said), moment=moment)
        self.go.setVisible(finding.mended_on is None)

    def focus(self) -> None:
        """To the photos: what is missing first."""
        strip = self.after if self.before.shown() else self.before
        strip.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control and self.go.isVisible():
            self._go()
            return
        super().keyPressEvent(event)

    def _go(self) -> None:
        if self.shown is not None:
            place = QRect(self.go.mapToGlobal(self.go.rect().topLeft()), self.go.size())
            self.mended.emit(*self.shown, place)


def mended_words(finding: Finding, book: Book) -> str:
    """11月20日整改好了，王建国."""
    day = day_short(finding.mended_on, book.today) if finding.mended_on is not None else ""
    said = book.session.tr("{0}整改好了").format(day)
    return f"{said}，{finding.mended_by}" if finding.mended_by else said
