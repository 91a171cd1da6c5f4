"""The login page: who, password, Caps Lock, the ways out when it does not open. Imports nothing slow."""

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.backups import Backup
from app.store import StoreError, WrongPassword
from app.vault import Vault
from ui import icons, tokens, words
from ui.backup_words import moment
from ui.blackboard import Blackboard
from ui.capslock import CapsLine
from ui.pieces.button import Button
from ui.pieces.editors import Combo
from ui.pieces.label import Label
from ui.recover import RecoverForm
from ui.secret import SecretEdit
from ui.style import restyle

FORM = 372
WIDELY = 1000
"""Stretch that leaves nothing to the empty sides before a form has its whole width."""


def centred(form: QWidget, foot: QWidget | None = None, width: int = FORM) -> QWidget:
    """A form of the login's width in the middle of the paper side; scrolls where the window is low."""
    inner = QWidget()
    inner.setProperty("ground", "paper")
    form.setMaximumWidth(tokens.px(width))
    column = QVBoxLayout(inner)
    column.setContentsMargins(24, 14, 24, 14)
    column.addStretch(3)
    # Between stretches and not aligned: an aligned widget is not given the height its wrapped lines need.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form, WIDELY)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(4)
    if foot is not None:
        foot.setMaximumWidth(tokens.px(width))
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(foot, WIDELY)
        below.addStretch(1)
        column.addLayout(below)
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll


class LoginForm(QWidget):
    """Who and password. `opened` carries the open store."""

    opened = Signal(object)
    forgot = Signal()

    def __init__(self, vault: Vault, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._now = vault, now
        self._wait_until, self._locked = 0, False
        self.heading = Label("", "heading", wrap=True)
        self.day = Label("", "second")
        self.who = Combo()
        self.who.setProperty("login", "true")
        self.who.setAccessibleName(self.tr("谁在用"))
        self.password = SecretEdit(self.tr("密码"))
        self.caps = CapsLine()
        self.error = Label("", "strong", "over", wrap=True)
        self.error.hide()
        self.enter = Button(self.tr("进入"), keys="Enter", kind="primary", height=48)
        self.forget = Button(self.tr("忘了密码"), kind="link", height=28)
        self.note = Label(self.tr("校长的恢复纸条可以重设"), "hint")
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)
        self._lay_out()
        self.enter.clicked.connect(self.try_password)
        self.password.returnPressed.connect(self.try_password)
        self.forget.clicked.connect(self.forgot)
        self.who.currentTextChanged.connect(self._greet)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addSpacing(2)
        column.addWidget(self.day)
        column.addSpacing(20)
        for label, editor in ((self.tr("谁在用"), self.who), (self.tr("密码"), self.password)):
            name = Label(label, "second")
            name.setBuddy(editor)
            column.addWidget(name)
            column.addSpacing(4)
            column.addWidget(editor)
            column.addSpacing(16 if editor is self.who else 6)
        column.addWidget(self.caps)
        column.addWidget(self.error)
        column.addSpacing(16)
        self.enter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.enter)
        column.addSpacing(18)
        row = QHBoxLayout()
        row.addWidget(self.forget)
        row.addStretch(1)
        row.addWidget(self.note)
        column.addLayout(row)

    def start(self, user: str = "", locked: bool = False) -> None:
        """Ask afresh; `user` is chosen beforehand, and alone when the window is locked."""
        self._locked = locked
        self.password.clear()
        self._say("")
        try:
            users = [user] if locked else self._vault.users()
        except StoreError as error:
            users = []
            self._say(words.sentence(error))
        self.who.clear()
        self.who.addItems(users)
        self.who.setCurrentIndex(max(0, self.who.findText(user)))
        self.who.setEnabled(bool(users) and not locked)
        for widget in (self.password, self.enter, self.forget):
            widget.setEnabled(bool(users))
        self._greet()
        self.password.setFocus()

    def _greet(self) -> None:
        user, now = self.who.currentText(), self._now()
        ask = self.tr("锁着，{who}，请输密码") if self._locked else self.tr("{who}，请输密码")
        self.heading.setText(ask.format(who=user) if user else self.tr("打不开资料"))
        self.day.setText(self.tr("{m}月{d}日 周{w}").format(m=now.month, d=now.day, w="一二三四五六日"[now.weekday()]))

    def try_password(self) -> None:
        """Enter: open the file, or say why not."""
        if self._wait_until or not self.password.isEnabled():
            return
        try:
            store = self._vault.open(self.who.currentText(), self.password.text())
        except WrongPassword as error:
            self._wrong(error)
        except StoreError as error:
            self._say(words.sentence(error))
        else:
            self.password.clear()
            self._say("")
            self.opened.emit(store)

    def _wrong(self, error: WrongPassword) -> None:
        self.password.clear()
        restyle(self.password, "wrong", "true")
        self._say(words.sentence(WrongPassword()))
        if error.wait_seconds > 0:
            self._wait_until = math.ceil(error.wait_seconds)
            self.password.setEnabled(False)
            self.enter.setEnabled(False)
            self._tick.start()
            self._count_down(first=True)

    def _count_down(self, *, first: bool = False) -> None:
        self._wait_until -= 0 if first else 1
        if self._wait_until > 0:
            self._say(words.sentence(WrongPassword(float(self._wait_until))))
            return
        self._tick.stop()
        self._wait_until = 0
        self._say("")
        self.password.setEnabled(True)
        self.enter.setEnabled(True)
        self.password.setFocus()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if not sentence:
            restyle(self.password, "wrong", "false")


class LoginFoot(QWidget):
    """The last backup, the way to restore one, and what is lost with both keys."""

    restore = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backup = Label("", "hint")
        self.icon = QLabel()
        self.icon.setPixmap(icons.pixmap("hard-drive", "ink2", 16))
        self.open = Button(self.tr("从备份恢复"), kind="link", height=26)
        warn = Label(self.tr("密码和恢复码都丢了，谁也打不开资料。恢复码请封好放在校长处。"), "hint", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.backup)
        row.addStretch(1)
        row.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(warn)
        column.addLayout(row)
        self.open.clicked.connect(self.restore)

    def show_backup(self, last: Backup | None, now: datetime) -> None:
        """上次备份：今天 8:12."""
        when = moment(last.at, now) if last else ""
        self.backup.setText(self.tr("上次备份：{when}").format(when=when) if last else self.tr("还没有备份"))


class Login(QWidget):
    """Blackboard left, form right; also the lock screen."""

    opened = Signal(object)
    restore = Signal()

    def __init__(self, vault: Vault, now: Callable[[], datetime] = datetime.now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vault, self._now = vault, now
        self.board = Blackboard()
        self.form = LoginForm(vault, now)
        self.recover = RecoverForm(vault)
        self.foot = LoginFoot()
        self.sides = QStackedWidget()
        self.sides.addWidget(centred(self.form, self.foot))
        self.sides.addWidget(centred(self.recover))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.board, 43)
        row.addWidget(self.sides, 57)
        self.form.opened.connect(self.opened)
        self.form.forgot.connect(self._show_recover)
        self.foot.restore.connect(self.restore)
        self.recover.opened.connect(self.opened)
        self.recover.left.connect(self._show_form)

    def start(self, user: str = "", locked: bool = False) -> None:
        """Ask for the password afresh."""
        self.sides.setCurrentIndex(0)
        try:
            self.board.show_school(self.vault.school_name())
            backups: list[Backup] = self.vault.backups()
        except StoreError:  # the form says so when it asks for the users
            backups = []
        self.foot.show_backup(backups[0] if backups else None, self._now())
        self.foot.setVisible(not locked)
        self.form.start(user, locked)

    def _show_recover(self) -> None:
        self.recover.start(self.form.who.currentText())
        self.sides.setCurrentIndex(1)

    def _show_form(self) -> None:
        self.sides.setCurrentIndex(0)
        self.form.password.setFocus()
