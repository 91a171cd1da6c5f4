"""Settings: back up by hand, here or onto a stick; the list of backups; check one."""

from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from app.backups import Backup
from app.store import Progress, Store
from ui import tokens, words
from ui.backup_words import moment, size, why
from ui.card import Card
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.secret import SecretEdit
from ui.session import Session
from ui.settings.section import Section
from ui.work import Work


class BackupSection(Section):
    """The program backs up on leaving and before every import; this is for more."""

    key = "backups"
    icon = "shield-check"

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.now_ = Button(self.tr("现在备份"), icon="shield-check")
        self.to = Button(self.tr("备份到 U 盘或文件夹…"), icon="hard-drive")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.now_)
        row.addWidget(self.to)
        row.addStretch(1)
        card = Card(
            self.title(), self.tr("退出时和每次导入之前会自动备份，备份也是加密的。再往 U 盘上存一份，电脑坏了也不怕。")
        )
        card.column.addLayout(row)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("备份"))
        self.list.setProperty("framed", "true")
        self.list.setMinimumHeight(tokens.px(170))
        self.none = Label(
            self.tr("还没有备份。退出时会自动做第一份，也可以点上面的“现在备份”。"), "body", "ink2", wrap=True
        )
        self.password = SecretEdit(self.tr("密码"))
        self.password.setProperty("login", "false")
        self.password.setPlaceholderText(self.tr("备份那天的密码"))
        self.check = Button(self.tr("检查这份备份"))
        self.found = Label("", "second", wrap=True)
        check_row = QHBoxLayout()
        check_row.setSpacing(10)
        check_row.addWidget(self.password, 1)
        check_row.addWidget(self.check)
        there = Card(
            self.tr("这台电脑上的备份"), self.tr("要用备份换掉现在的资料：先退出，再打开，在登录页选“从备份恢复”。")
        )
        there.column.addWidget(self.none)
        there.column.addWidget(self.list)
        there.column.addLayout(check_row)
        there.column.addWidget(self.found)
        self.column.addWidget(card)
        self.column.addWidget(there)
        self.column.addStretch(1)
        self.now_.clicked.connect(self.back_up)
        self.to.clicked.connect(self.back_up_to)
        self.check.clicked.connect(self.verify)
        self._offered: list[Backup] = []
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "备份")

    @staticmethod
    def also() -> tuple[str, ...]:
        return (
            QCoreApplication.translate("settings", "备份到 U 盘"), QCoreApplication.translate("settings", "检查备份"),
        )  # fmt: skip

    def show_file(self) -> None:
        if self.work.busy:
            return
        backups = self.session.store.backups()
        if backups == self._offered and self.list.count():
            return
        self._offered = backups
        self.list.clear()
        for backup in backups:
            words_ = f"{moment(backup.at, datetime.now())}   {why(backup.why)}   {size(backup.bytes)}"
            self.list.addItem(QListWidgetItem(words_))
        if backups:
            self.list.setCurrentRow(0)
        for widget in (self.list, self.password, self.check):
            widget.setVisible(bool(backups))
        self.none.setVisible(not backups)

    def back_up(self) -> None:
        """Into the data folder's backups."""
        self._back_up(None)

    def back_up_to(self) -> None:
        """Onto a stick."""
        name = QFileDialog.getExistingDirectory(self, self.tr("备份到哪个文件夹"))
        if name:
            self._back_up(PurePath(name))

    def _back_up(self, to: PurePath | None) -> None:
        def job(store: Store, _progress: Progress) -> Backup:
            return store.backup("hand", to)

        self.work.run(job, self._made, None, self.tr("备份"), can_cancel=False)

    def _made(self, backup: Backup) -> None:
        self.show_file()
        self.session.noted.emit(
            self.tr("备份好了，检查过：{name}，{size}").format(name=backup.path.name, size=size(backup.bytes))
        )
        if backup.left_out:
            lost = self.tr("备份好了，但有 {0} 个附件（照片、空表）读不出来，没有备进去。在档案里重新放一次。")
            self.session.failed.emit(lost.format(backup.left_out))

    def verify(self) -> None:
        """Open the chosen backup in a scratch place and check it whole."""
        row = self.list.currentRow()
        if row < 0 or self.work.busy:
            return
        path, password = self._offered[row].path, self.password.text()
        vault = self.session.disk.vault(path.parent)
        self.found.setText("")
        self.work.run_alone(
            lambda _progress: vault.verify(path, password),
            self._sound,
            self._unsound,
            self.tr("检查备份"),
            can_cancel=False,
        )

    def _sound(self, backup: Backup) -> None:
        self.password.clear()
        self.found.set_tone("ink2")
        self.found.setText(self.tr("检查过，没有损坏：{school}，{when}").format(
            school=backup.school, when=moment(backup.at, datetime.now())
        ))  # fmt: skip

    def _unsound(self, error: Exception) -> None:
        self.found.set_tone("over")
        self.found.setText(words.sentence(error))
