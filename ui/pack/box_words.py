"""What is written on the archive boxes and on each 卷内目录 beside the names: file numbers (档号) and 保管期限."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.pack_contents import PREFIX, file_number
from app.store import Store
from ui import tokens
from ui.pack.part import tr
from ui.pack.scene import FILE_NUMBERS, KEPT_FOR
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label

LONGEST = 16
"""Characters of what file numbers begin with: they stand on a spine of 20 mm."""
KEPT = ("10 年", "30 年", "永久")


class BoxWords(QWidget):
    """Kept in mind for every pack of the school."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._code = store, ""
        self.prefix = LineField(tr("档号开头"), store.setting(FILE_NUMBERS) or PREFIX, clean=_short)
        self.kept = ComboField(tr("保管期限"), [("", tr("不写，打印后手写")), *((one, one) for one in KEPT)],
                               store.setting(KEPT_FOR) or "", editable=True)  # fmt: skip
        self.example = Label("", "hint", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for piece in (self.prefix, self.example, self.kept):
            column.addWidget(piece)
        self.prefix.committed.connect(self._number)
        self.kept.committed.connect(lambda value: store.set_setting(KEPT_FOR, value))

    def show_term(self, code: str) -> None:
        """Say what a file number of that term looks like."""
        self._code = code
        number = file_number(self._store.setting(FILE_NUMBERS) or PREFIX, code, 5)
        self.example.setText(tr("档案室给了全宗号，就写它。第 5 卷是 {0}。").format(number))

    def _number(self, value: str) -> None:
        self._store.set_setting(FILE_NUMBERS, value)
        self.prefix.set_value(value or PREFIX)
        self.show_term(self._code)


def _short(text: str) -> str:
    return text.strip().strip("-")[:LONGEST]
