"""The first start: set up a school, try the sample school, or bring a backup."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.ports import Disk
from app.vault import Vault
from ui.blackboard import Blackboard
from ui.card import Card
from ui.login import centred
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.setup.wizard import Wizard

WIZARD = 460


class Ways(QWidget):
    """The three ways to start, one of them filled green."""

    own = Signal()
    sample = Signal()
    restore = Signal()

    def __init__(self, warning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.make = Button(self.tr("建我们的学校"), keys="Enter", kind="primary", height=48)
        self.try_ = Button(self.tr("试用示例学校"), height=40)
        self.bring = Button(self.tr("从备份恢复"), kind="link", height=28)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("从这里开始"), "heading"))
        column.addWidget(Label(self.tr("五分钟建好：校名、密码、恢复码、学期。"), "second", wrap=True))
        column.addSpacing(6)
        if warning:
            column.addWidget(Label(warning, "second", "soon", wrap=True))
        self.make.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.make)
        column.addSpacing(8)
        card = Card(self.tr("先看看再说"), self.tr("140 个编出来的孩子，随便点、随便改，看完一下就能清掉。"), self.try_)
        column.addWidget(card)
        row = QHBoxLayout()
        row.addWidget(Label(self.tr("换电脑了？"), "second"))
        row.addWidget(self.bring)
        row.addStretch(1)
        column.addLayout(row)
        self.make.clicked.connect(self.own)
        self.try_.clicked.connect(self.sample)
        self.bring.clicked.connect(self.restore)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.own.emit()
            return
        super().keyPressEvent(event)


class FirstStart(QWidget):
    """Blackboard left; the ways or the wizard right."""

    made = Signal(object)
    sample = Signal()
    restore = Signal()

    def __init__(self, disk: Disk, vault: Vault, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = Blackboard()
        self.ways = Ways(self._warning(disk.drive_warning(vault.folder)))
        self.wizard = Wizard(disk, vault, now)
        self.sides = QStackedWidget()
        self.sides.addWidget(centred(self.ways, width=WIZARD))
        self.sides.addWidget(centred(self.wizard, width=WIZARD))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.board, 43)
        row.addWidget(self.sides, 57)
        self.ways.own.connect(self._own)
        self.ways.sample.connect(self.sample)
        self.ways.restore.connect(self.restore)
        self.wizard.made.connect(self.made)
        self.wizard.left.connect(self.start)

    def start(self) -> None:
        """Show the ways."""
        self.sides.setCurrentIndex(0)
        self.ways.make.setFocus()

    def _own(self) -> None:
        self.sides.setCurrentIndex(1)
        self.wizard.start()

    def _warning(self, kind: str) -> str:
        return {
            "removable": self.tr("程序的资料文件夹在 U 盘上，真的资料不能放在这里：请把程序复制到电脑硬盘上再打开。"),
            "network": self.tr("程序的资料文件夹在网络盘上，真的资料不能放在这里：请把程序复制到电脑硬盘上再打开。"),
            "sync": self.tr("这个文件夹会自动传到网盘，孩子的资料会跟着上传：最好换一个文件夹。"),
        }.get(kind, "")
