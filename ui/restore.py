"""Restore: choose a backup, open it with the password or code of its day, see what is in it, put it in place."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.backups import Backup
from app.store import StoreError
from app.vault import Vault
from ui import tokens, words
from ui.backup_words import moment, size, why
from ui.code_edit import CodeEdit
from ui.login import centred
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments
from ui.secret import SecretEdit
from ui.strip import WorkStrip
from ui.work import Work

WIDTH = 560
PATH = Qt.ItemDataRole.UserRole


class RestoreForm(QWidget):
    """Nothing on the disk is touched before the second press of the green button."""

    restored = Signal()
    left = Signal()

    def __init__(
        self, vault: Vault, work: Work, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self._vault, self._work, self._now = vault, work, now
        self._checked: PurePath | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("备份"))
        self.list.setProperty("framed", "true")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        none = self.tr("这台电脑上没有备份。插上存着备份的 U 盘，点“选一份备份文件…”。")
        self.none = Label(none, "body", "ink2", wrap=True)
        self.choose = Button(self.tr("选一份备份文件…"), icon="hard-drive")
        self.by = Segments(
            [Segment("password", self.tr("用密码打开")), Segment("code", self.tr("用恢复码打开"))],
            "password", name=self.tr("用什么打开"),
        )  # fmt: skip
        self.password, self.code = SecretEdit(self.tr("备份时的密码")), CodeEdit()
        self.code.hide()
        self.found = Label("", "strong", wrap=True)
        self.error = Label("", "strong", "over", wrap=True)
        self.go = Button(self.tr("检查这份备份"), keys="Enter", kind="primary", height=44)
        self.back = Button(self.tr("回去"), keys="Esc", height=44)
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.by.chosen.connect(self._by)
        self.list.currentItemChanged.connect(lambda _new, _old: self._unchecked())
        self.password.textChanged.connect(lambda _text: self._unchecked())
        self.code.textChanged.connect(lambda _text: self._unchecked())
        self.go.clicked.connect(self.go_on)
        self.back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("从备份恢复"), "heading"))
        note = self.tr("先检查，再放到位。电脑上现有的资料不会删，挪到旁边的文件夹里留着。")
        column.addWidget(Label(note, "second", wrap=True))
        self.list.setFixedHeight(tokens.px(156))
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addWidget(self.choose)
        column.addWidget(self.by)
        self.password.setPlaceholderText(self.tr("备份那天的密码"))
        for widget in (self.password, self.code, self.found, self.error, WorkStrip(self._work)):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.go)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)

    def start(self) -> None:
        """Show the backups that lie on this computer, newest first."""
        self.list.clear()
        self.password.clear()
        self.code.clear()
        self._say("")
        try:
            self._offer(self._vault.backups())
        except StoreError as error:
            self._say(words.sentence(error))
        if self.list.count():
            self.list.setCurrentRow(0)
        self._say_none()
        self._unchecked()
        (self.password if self.list.count() else self.choose).setFocus()

    def _offer(self, backups: Sequence[Backup]) -> None:
        for backup in backups:
            line = f"{moment(backup.at, self._now())}   {backup.school}   {why(backup.why)}   {size(backup.bytes)}"
            item = QListWidgetItem(line)
            item.setData(PATH, str(backup.path))
            self.list.addItem(item)

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("选备份文件"), "", self.tr("所有文件") + " (*)")
        if not name:
            return
        path = PurePath(name)
        item = QListWidgetItem(self.tr("{0}（在 {1}）").format(path.name, path.parent))
        item.setToolTip(name)
        item.setData(PATH, name)
        self.list.insertItem(0, item)
        self.list.setCurrentItem(item)
        self._say_none()
        (self.password if self.by.current() == "password" else self.code).setFocus()

    def _say_none(self) -> None:
        self.list.setVisible(self.list.count() > 0)
        self.none.setVisible(self.list.count() == 0)

    def _by(self, key: str) -> None:
        self.password.setVisible(key == "password")
        self.code.setVisible(key == "code")
        (self.password if key == "password" else self.code).setFocus()
        self._unchecked()

    def _unchecked(self) -> None:
        self._checked = None
        self.found.hide()
        self.go.set_label(self.tr("检查这份备份"))
        self.go.setEnabled(self.list.currentItem() is not None)

    def go_on(self) -> None:
        """Enter: check the chosen backup; once it is checked, put it in place."""
        item = self.list.currentItem()
        if self._work.busy or item is None:
            return
        self._say("")
        path = self._checked or PurePath(str(item.data(PATH)))
        by_code = self.by.current() == "code"
        password = "" if by_code else self.password.text()
        code = self.code.text() if by_code else ""
        self._lock(True)
        if self._checked is None:
            self._work.run_alone(
                lambda _progress: self._vault.verify(path, password, code),
                self._show_found, self._failed, self.tr("检查备份"), can_cancel=False,
            )  # fmt: skip
        else:
            self._work.run_alone(
                lambda _progress: self._vault.restore(path, password=password, recovery_code=code),
                lambda _none: self.restored.emit(), self._failed, self.tr("恢复"), can_cancel=False,
            )  # fmt: skip

    def _lock(self, on: bool) -> None:
        for widget in (self.list, self.choose, self.by, self.password, self.code, self.go, self.back):
            widget.setEnabled(not on)

    def _show_found(self, backup: Backup) -> None:
        self._lock(False)
        self._checked = backup.path
        self.found.setText(
            self.tr("检查过，没有损坏：{school}，{when}（{why}），{size}。").format(
                school=backup.school, when=moment(backup.at, self._now()), why=why(backup.why), size=size(backup.bytes)
            )
        )
        self.found.show()
        self.go.set_label(self.tr("恢复这份备份"))
        self.go.setFocus()

    def _failed(self, error: Exception) -> None:
        self._lock(False)
        self._unchecked()
        self._say(words.sentence(error))
        (self.code if self.by.current() == "code" else self.password).setFocus()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape and not self._work.busy:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Restore(QWidget):
    """The form alone on paper."""

    restored = Signal()
    left = Signal()

    def __init__(
        self, vault: Vault, work: Work, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form = RestoreForm(vault, work, now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(centred(self.form, width=WIDTH))
        self.form.restored.connect(self.restored)
        self.form.left.connect(self.left)

    def start(self) -> None:
        """Show what can be restored."""
        self.form.start()
