"""In the head of 台账: the buttons to the pages that belong to it, as far as they are a part of the program."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import late, tokens
from ui.pieces.button import Button

WAYS = {
    "stocktake": ("ui.stocktake.page", "clipboard-check"),
    "ledger-import": ("ui.ledger_import.page", "file-spreadsheet"),
}
"""Key of each page, the module it is made in, and its icon."""


class Ways(QWidget):
    """Connect `goes` to the page's own `goes`."""

    goes = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for key, (module, icon) in WAYS.items():
            if module in late.NAMES:
                self.buttons[key] = button = Button(_words()[key], icon=icon, name=_words()[key])
                button.clicked.connect(lambda _checked=False, key=key: self.goes.emit(key, None))
                row.addWidget(button)
        if not self.buttons:
            self.hide()  # shown by hand it would be a window of its own until it has a parent

    def show_words(self, *, words: bool) -> None:
        """With what they say, or with their icons only where there is no room for more."""
        for key, button in self.buttons.items():
            button.set_label(_words()[key] if words else "")


def _words() -> dict[str, str]:
    def _tr(text: str) -> str:
        return QCoreApplication.translate("ledger", text)

    return {"stocktake": _tr("盘点"), "ledger-import": _tr("导入")}
