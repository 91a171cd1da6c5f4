"""The pages that belong to the home (台账 盘点 活动 奖励 捐助), as buttons under the head of 活动室.

Only those that are part of the program are shown.
"""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import late
from ui.pieces.button import Button
from ui.pieces.flow import Flow

PAGES = ("ledger", "stocktake", "activities", "honours", "gifts")
"""Keys of the pages; each is made in a package of that name."""


def registered() -> list[str]:
    """Those that there are, in their order."""
    return [key for key in PAGES if any(name.startswith(f"ui.{key}.") for name in late.NAMES)]


class HomePages(QWidget):
    """Connect `goes` to the page's own. Hidden while there is none."""

    goes = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        row = Flow(self, across=8, down=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words, self.buttons = _words(), {}
        for key in registered():
            button = Button(words[key], kind="secondary", height=32)
            button.clicked.connect(lambda _checked=False, key=key: self.goes.emit(key, None))
            self.buttons[key] = button
            row.addWidget(button)
        if not self.buttons:
            self.hide()


def _words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {"ledger": tr("rooms", "台账"), "stocktake": tr("rooms", "盘点"), "activities": tr("rooms", "活动"),
            "honours": tr("rooms", "奖励和事迹"),
            "gifts": tr("rooms", "捐赠与心愿")}  # fmt: skip
