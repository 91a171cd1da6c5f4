"""What the safety checks found and nobody has mended yet, and on request what was; each with its photos."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.attachments import FINDING
from app.rooms import Finding, SafetyCheck
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Hairline, Panel
from ui.rooms.book import Book
from ui.rooms.finding_panel import mended_words
from ui.safety_words import found_words, since_words


class FindingRow(QWidget):
    """留守儿童之家, what was found, since when, 整改好了."""

    mended = Signal(object, object)
    """Check and finding."""
    opened = Signal(object, object)
    """The same: its photos are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[SafetyCheck, Finding] | None = None
        self.mark, self.what = Mark("over", ""), Label("", "body", wrap=True)
        self.under = Label("", "hint", "ink2", wrap=True)
        self.photos = Button("", kind="link", icon="image", height=26, name=self.tr("照片"))
        self.go = Button("", kind="ghost", height=30)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self.mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.what, 0, 1)
        grid.addWidget(self.under, 1, 1)
        grid.addWidget(self.photos, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.go, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Hairline(), 2, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        self.go.clicked.connect(self._go)
        self.photos.clicked.connect(self._open)

    def show_finding(self, check: SafetyCheck, finding: Finding, room: str, book: Book, photos: int) -> None:
        """Stand for another one, which has so many photos."""
        self._shown = check, finding
        if finding.mended_on is None:
            self.mark.set_status("over", since_words(check, book.today))
        else:
            self.mark.set_status("done", mended_words(finding, book))
        self.go.setVisible(finding.mended_on is None)
        self.photos._name = self.tr("{0}，{1}的照片，{2} 张").format(room, found_words(finding), photos)
        self.photos.set_label(self.tr("照片 {0}").format(photos) if photos else self.tr("放照片"))
        self.what.setText(self.tr("{0}，{1}").format(room, found_words(finding)))
        self.under.setText(finding.measure or self.tr("还没说怎么办"))
        self.go._name = self.tr("{0}，{1}，整改好了").format(room, found_words(finding))
        self.go.set_label(self.tr("整改好了"))

    def _go(self) -> None:
        if self._shown is not None:
            self.mended.emit(*self._shown)

    def _open(self) -> None:
        if self._shown is not None:
            self.opened.emit(*self._shown)


class Findings(Panel):
    """Hidden while nothing was found."""

    mended = Signal(object, object, object)
    """Check, finding, and where on the screen it was said (QRect)."""
    opened = Signal(object, object)
    """Check and finding of which the photos are wanted."""

    def __init__(self, book: Book) -> None:
        self.past = Button("", kind="link", height=26)
        super().__init__(book.session.tr("要整改的"), aside=self.past)
        self._book = book
        self._all = False
        self.rows: list[FindingRow] = []
        self.past.clicked.connect(self._turn)

    def show_findings(self) -> None:
        """List what is to be mended, oldest first; on request what was mended of the stretch that is shown."""
        open_, mended = self._book.to_mend, self._book.mended()
        self.heading.setText(self.tr("要整改的 {0} 处").format(len(open_)) if open_ else self.tr("查出的都整改了"))
        look = self.tr("看整改好的 {0} 处").format(len(mended))
        self.past.set_label(self.tr("收起整改好的") if self._all else look)
        self.past.setVisible(bool(mended))
        found = [*open_, *(mended if self._all else ())]
        photos = self._book.session.store.attachments.counts(FINDING, [finding.id for _check, finding in found])
        self._show(found, photos)
        self.setVisible(bool(open_ or mended))

    def _turn(self) -> None:
        self._all = not self._all
        self.show_findings()

    def _show(self, found: Sequence[tuple[SafetyCheck, Finding]], photos: Mapping[int, int]) -> None:
        names = {one.id: one.name for one in self._book.session.snapshot.rooms}
        for _more in range(len(found) - len(self.rows)):
            row = FindingRow()
            row.mended.connect(lambda check, finding, row=row: self.mended.emit(check, finding, _place(row.go)))
            row.opened.connect(self.opened)
            self.rows.append(row)
            self.add(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(found))
            if place < len(found):
                check, finding = found[place]
                row.show_finding(check, finding, names.get(check.room_id, ""), self._book, photos.get(finding.id, 0))


def _place(button: Button) -> QRect:
    return QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
