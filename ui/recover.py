"""Forgotten password: the recovery code from the sealed paper opens the file and a new password is set."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.passwords import LEAST
from app.store import StoreError
from app.vault import Vault
from ui import words
from ui.code_edit import CodeEdit
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.secret import SecretEdit, labelled
from ui.strength import StrengthLine


class RecoverForm(QWidget):
    """Code, new password twice; `opened` carries the open store, `left` goes back to the login."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._user = vault, ""
        self.heading = Label(self.tr("用恢复码设新密码"), "heading")
        self.whose = Label("", "second", wrap=True)
        self.code = CodeEdit()
        self.first = SecretEdit(self.tr("新密码"))
        self.again = SecretEdit(self.tr("新密码再输一遍"))
        self.strength = StrengthLine()
        self.error = Label("", "strong", "over", wrap=True)
        self.error.hide()
        self.go = Button(self.tr("设新密码并进入"), keys="Enter", kind="primary", height=48)
        self.back = Button(self.tr("回到登录"), keys="Esc", kind="link", height=28)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.whose)
        column.addSpacing(8)
        column.addLayout(labelled(self.tr("恢复码（纸条上的 8 组字母和数字）"), self.code))
        column.addLayout(labelled(self.tr("新密码"), self.first, self.strength))
        column.addLayout(labelled(self.tr("再输一遍"), self.again))
        for editor in (self.code, self.first, self.again):
            editor.returnPressed.connect(self.recover)
        column.addWidget(self.error)
        column.addSpacing(8)
        self.go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.go)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        self.first.textChanged.connect(lambda text: self.strength.judge(text, (self._user,)))
        self.go.clicked.connect(self.recover)
        self.back.clicked.connect(self.left)

    def start(self, user: str) -> None:
        """Ask for the code and a new password of this user."""
        self._user = user
        self.whose.setText(self.tr("给 {who} 设新密码，旧密码就不能用了。").format(who=user))
        self._forget()
        self._say("")
        self.code.setFocus()

    def recover(self) -> None:
        """Enter: go to the next empty field, or open."""
        for editor in (self.code, self.first, self.again):
            if not editor.text().strip():
                editor.setFocus()
                return
        if len(self.first.text()) < LEAST:
            self._say(self.tr("新密码太短，至少 {0} 个字符。").format(LEAST))
            return
        if self.first.text() != self.again.text():
            self._say(self.tr("两次输的密码不一样，请再输一遍。"))
            self.again.clear()
            self.again.setFocus()
            return
        try:
            store = self._vault.recover(self.code.text(), self._user, self.first.text())
        except StoreError as error:
            self._say(words.sentence(error))
            return
        self._forget()
        self.opened.emit(store)

    def _forget(self) -> None:
        for editor in (self.code, self.first, self.again):
            editor.clear()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
