"""Settings: one's own password, and after how long the window locks itself."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.passwords import LEAST
from app.store import StoreError
from ui import words
from ui.card import Card
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.secret import SecretEdit, labelled
from ui.session import Session
from ui.settings.section import Section
from ui.strength import StrengthLine
from ui.work import Work


class AccountSection(Section):
    """Password and idle lock."""

    key = "account"
    icon = "lock"

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.old, self.new, self.again = (
            SecretEdit(self.tr("现在的密码")), SecretEdit(self.tr("新密码")), SecretEdit(self.tr("新密码再输一遍")),
        )  # fmt: skip
        self.strength = StrengthLine()
        self.result = Label("", "second", wrap=True)
        self.change = Button(self.tr("换密码"))
        card = Card(
            self.tr("{who}的密码").format(who=session.store.user), self.tr("换了以后，以前的备份还要用以前的密码打开。")
        )
        for editor in (self.old, self.new, self.again):
            editor.setProperty("login", "false")
            below = (self.strength,) if editor is self.new else ()
            card.column.addLayout(labelled(editor.accessibleName(), editor, *below))
            editor.returnPressed.connect(self.change_it)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addWidget(self.result, 1)
        card.column.addLayout(row)
        minutes = [(str(n), self.tr("{0} 分钟没人动就锁").format(n)) for n in (2, 5, 10, 30)]
        self.idle = ComboField(self.tr("自动锁定"), minutes, session.store.setting("lock_minutes", "5"))
        lock = Card(self.tr("锁定"), self.tr("锁定时资料关上，正在填的还在，输密码就回到原处。随时按 Ctrl+L 锁。"))
        lock.column.addWidget(self.idle)
        self.column.addWidget(card)
        self.column.addWidget(lock)
        self.column.addStretch(1)
        own = (session.store.user, session.snapshot.school.name)
        self.new.textChanged.connect(lambda text: self.strength.judge(text, own))
        self.change.clicked.connect(self.change_it)
        self.idle.committed.connect(self._set_idle)

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "密码和锁定")

    @staticmethod
    def also() -> tuple[str, ...]:
        return (
            QCoreApplication.translate("settings", "换密码"), QCoreApplication.translate("settings", "自动锁定"),
        )  # fmt: skip

    def change_it(self) -> None:
        """Set the new password, or say what is in the way."""
        if len(self.new.text()) < LEAST:
            self._tell(self.tr("新密码太短，至少 {0} 个字符。").format(LEAST), "over")
            self.new.setFocus()
            return
        if self.new.text() != self.again.text():
            self._tell(self.tr("两次输的新密码不一样。"), "over")
            self.again.setFocus()
            return
        try:
            self.session.store.change_password(self.old.text(), self.new.text())
        except StoreError as error:
            self._tell(words.sentence(error), "over")
            self.old.setFocus()
            return
        for editor in (self.old, self.new, self.again):
            editor.clear()
        self._tell(self.tr("换好了，下次用新密码进。"), "ink2")

    def _tell(self, sentence: str, tone: str) -> None:
        self.result.set_tone(tone)
        self.result.setText(sentence)

    def _set_idle(self, minutes: str) -> None:
        self.session.store.set_setting("lock_minutes", minutes)
        self.session.said.emit(self.tr("记下了"))
