"""What the safety checks found and nobody has mended yet, each with a button that says it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.rooms import Finding, SafetyCheck
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Hairline, Panel
from ui.rooms.book import Book
from ui.safety_words import found_words, since_words


class FindingRow(QWidget):
    """留守儿童之家, what was found, since when, 整改好了."""

    mended = Signal(object, object)
    """Check and finding."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[SafetyCheck, Finding] | None = None
        self.mark, self.what = Mark("over", ""), Label("", "body", wrap=True)
        self.under = Label("", "hint", "ink2", wrap=True)
        self.go = Button("", kind="ghost", height=30)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self.mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.what, 0, 1)
        grid.addWidget(self.under, 1, 1)
        grid.addWidget(self.go, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Hairline(), 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.go.clicked.connect(self._go)

    def show_finding(self, check: SafetyCheck, finding: Finding, room: str, book: Book) -> None:
        """Stand for another one."""
        self._shown = check, finding
        self.mark.set_status("over", since_words(check, book.today))
        self.what.setText(self.tr("{0}，{1}").format(room, found_words(finding)))
        self.under.setText(finding.measure or self.tr("还没说怎么办"))
        self.go._name = self.tr("{0}，{1}，整改好了").format(room, found_words(finding))
        self.go.set_label(self.tr("整改好了"))

    def _go(self) -> None:
        if self._shown is not None:
            self.mended.emit(*self._shown)


class Findings(Panel):
    """Hidden while there is nothing to mend."""

    mended = Signal(object, object, object)
    """Check, finding, and where on the screen it was said (QRect)."""

    def __init__(self, book: Book) -> None:
        super().__init__(book.session.tr("要整改的"))
        self._book = book
        self.rows: list[FindingRow] = []

    def show_findings(self, found: Sequence[tuple[SafetyCheck, Finding]]) -> None:
        """List these, oldest first."""
        self.heading.setText(self.tr("要整改的 {0} 处").format(len(found)))
        names = {one.id: one.name for one in self._book.session.snapshot.rooms}
        for _more in range(len(found) - len(self.rows)):
            row = FindingRow()
            row.mended.connect(lambda check, finding, row=row: self.mended.emit(check, finding, _place(row.go)))
            self.rows.append(row)
            self.add(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(found))
            if place < len(found):
                check, finding = found[place]
                row.show_finding(check, finding, names.get(check.room_id, ""), self._book)
        self.setVisible(bool(found))


def _place(button: Button) -> QRect:
    return QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
