"""On the printing page, for papers of the asset ledger: as of which day, and of labels which sheet and where on it."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.asset_books import LABELS, PAPERS, AssetAsk
from app.sheets import WIDE
from ui import tokens
from ui.paper.asset_labels import STOCKS, Ask
from ui.pieces.check_box import CheckBox
from ui.pieces.date_field import DateField
from ui.pieces.fields import LineField
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments
from ui.remembered import recall, remember
from ui.session import Session

MOST_MM = 20.0
KEPT = "print.labels"
"""Setting of the file: how the school's sheets of labels are printed."""


class AssetChoice(QWidget):
    """`changed` comes when another choice holds."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.assets: tuple[int, ...] = ()
        """Those that were picked on the page of the ledger."""
        self.day_field = DateField(self.tr("哪天的账"), today().isoformat(), today=today, needed=True)
        self.stock = Segments([Segment(key, self.tr("一张 {0} 个").format(key)) for key in STOCKS], "24",
                              name=self.tr("哪种标签纸"))  # fmt: skip
        self.start = LineField(self.tr("从第几个格子印起"), "1", hint=self.tr("用剩的标签纸，空着前面的"),
                               clean=_plain, check=self._place)  # fmt: skip
        self.right = LineField(self.tr("往右挪，毫米"), "0", hint=self.tr("往左写 -1"), clean=_plain,
                               check=_shift)  # fmt: skip
        self.down = LineField(self.tr("往下挪，毫米"), "0", hint=self.tr("往上写 -1"), clean=_plain,
                              check=_shift)  # fmt: skip
        self.pieces = CheckBox(self.tr("每一件一个标签"))
        self.cuts = CheckBox(self.tr("印裁切线"), checked=True)
        self._of_labels = QWidget()
        self.unreadable = Label("", "hint", "soon", wrap=True)
        self.unreadable.hide()
        self._lay_out()
        for field in (self.day_field, self.start, self.right, self.down):
            field.committed.connect(lambda _value: self.changed.emit())
        self.stock.chosen.connect(self._other_stock)
        for box in (self.pieces, self.cuts):
            box.toggled.connect(lambda _on: self.changed.emit())

    def day(self) -> date:
        """As of which day."""
        return self.day_field.day() or self._today()

    def ask(self) -> Ask:
        """How labels are printed."""
        stock = STOCKS[self.stock.current()]
        start = int(self.start.saved() or 1)
        return Ask(stock, min(start, stock.each), self.pieces.isChecked(), float(self.right.saved() or 0),
                   float(self.down.saved() or 0), self.cuts.isChecked())  # fmt: skip

    def kept(self) -> str:
        """What of it holds for the next sheet of labels too: which sheet, how it is moved, whether it is cut."""
        return " ".join((self.stock.current(), self.right.saved(), self.down.saved(), str(int(self.cuts.isChecked()))))

    def put_back(self, kept: str) -> None:
        """Show what was kept; no signal. Anything else is left out."""
        parts = kept.split(" ")
        if len(parts) != 4 or parts[0] not in STOCKS or _shift(parts[1]) or _shift(parts[2]):
            return
        self.stock.set_current(parts[0])
        self.right.set_value(parts[1])
        self.down.set_value(parts[2])
        self.cuts.blockSignals(True)
        self.cuts.setChecked(parts[3] == "1")
        self.cuts.blockSignals(False)

    def choose(self, ask: AssetAsk) -> tuple[str, str]:
        """Show what somebody asked for, without a signal; return the keys of choice and paper."""
        self.assets = ask.assets
        self.day_field.set_value(ask.day.isoformat())
        return ask.scope, ask.paper

    def show_for(self, kind: str) -> None:
        """Only what matters for this paper."""
        self.setVisible(kind in PAPERS)
        self._of_labels.setVisible(kind == LABELS)

    def _lay_out(self) -> None:
        inner, shifts, column = QVBoxLayout(self._of_labels), QHBoxLayout(), QVBoxLayout(self)
        for layout in (inner, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(tokens.BETWEEN)
        for shift in (self.right, self.down):
            shifts.addWidget(shift)
        for widget in (self.stock, self.pieces, self.start):
            inner.addWidget(widget)
        inner.addLayout(shifts)
        inner.addWidget(self.cuts)
        column.addWidget(self.unreadable)
        column.addWidget(self._of_labels)
        column.addWidget(self.day_field)

    def warn_of(self, numbers: Iterable[str]) -> None:
        """Say which of the labels' numbers no scanner types, for it is a keyboard without Chinese."""
        odd = [number for number in dict.fromkeys(numbers) if not number.isascii()]
        said = self.tr("{0} 这样的编号带汉字，扫码枪打不出来，改成字母和数字再印。").format(self.tr("、").join(odd[:3]))
        self.unreadable.setText(said if odd else "")
        self.unreadable.setVisible(bool(odd))

    def _other_stock(self, _key: str) -> None:
        self.start.commit()  # a place that the other sheet has not is said at once
        self.changed.emit()

    def _place(self, value: str) -> str:
        each = STOCKS[self.stock.current()].each
        right = value.isdecimal() and 1 <= int(value) <= each
        return "" if right else self.tr("写 1 到 {0}").format(each)


def keep_for(session: Session, choice: AssetChoice) -> None:
    """Show how the school's labels were printed last, and remember it from now on."""
    choice.put_back(recall(session, KEPT))
    choice.changed.connect(lambda: remember(session, KEPT, choice.kept()))


def _plain(value: str) -> str:
    return value.strip().translate(WIDE).replace("−", "-")


def _shift(value: str) -> str:
    try:
        right = abs(float(value)) <= MOST_MM
    except ValueError:
        right = False
    return "" if right else QCoreApplication.translate("AssetChoice", "写几毫米，如 1.5")
