"""Whether the child is left-behind, by both official meanings, each with its reason; the office may overrule."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.children import Child
from app.periods import latest
from app.status import civil_status, disagreement, register_status
from ui import sentences, tokens
from ui.children.card import Card
from ui.pieces.button import Button
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label
from ui.unsaved import UNSENT


class Meaning(QWidget):
    """One of the two meanings: its word, its reason, and a way to say otherwise."""

    ruled = Signal(str, str)
    """(status, reason); ("", "") goes back to the facts."""

    def __init__(self, title: str, options: list[tuple[str, str]]) -> None:
        super().__init__()
        self.word = Label("", "strong")
        self.why = Label("", "second", "ink2", wrap=True)
        self.other = Button(self.tr("另定"), kind="link")
        self.other.setAccessibleName(self.tr("{0}由学校另定").format(title))
        self.status = ComboField(self.tr("学校定为"), options)
        self.reason = LineField(self.tr("理由"), placeholder=self.tr("写明为什么，会留在历史里"))
        self.save = Button(self.tr("就这样定"), kind="ghost")
        self.form = QWidget()
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(title, "second"))
        head.addWidget(self.word)
        head.addStretch(1)
        head.addWidget(self.other)
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 4, 0, 4)
        form.setSpacing(6)
        for widget in (self.status, self.reason):
            form.addWidget(widget)
        form.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addWidget(self.form)
        self.reason.name_it(self.tr("{0}另定的理由").format(title))
        self.reason.setProperty(UNSENT, "")
        self._overruled = False
        self._shown = (0, "", False)
        self.other.clicked.connect(self._open)
        self.save.clicked.connect(self._save)

    def show_verdict(self, child_id: int, status: str, word: str, why: str, *, overruled: bool) -> None:
        """Show what holds today; a form somebody is filling in stays as long as that is the same."""
        if (child_id, status, overruled) != self._shown:
            self.form.hide()
        if self.form.isHidden():
            self.status.set_value(status)
        self._shown = child_id, status, overruled
        self.word.setText(word)
        self.why.setText(why)
        self._overruled = overruled
        self.other.set_label(self.tr("按事实算") if overruled else self.tr("另定"))

    def open_form(self) -> None:
        """Ask for the status and the reason."""
        self.form.show()

    def _open(self) -> None:
        if self._overruled:
            self.ruled.emit("", "")
            return
        self.form.setVisible(self.form.isHidden())
        self.reason.set_value("")
        self.status.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        reason = self.reason.value()
        if not reason:
            self.reason.set_error(self.tr("要写明理由"))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.ruled.emit(self.status.value(), reason)


class StatusPanel(Card):
    """Both meanings under each other, and what to do where facts and register differ."""

    ruled = Signal(str, str, str)
    """(meaning, status, reason)"""

    def __init__(self) -> None:
        super().__init__(self.tr("是不是留守儿童"))
        words = sentences.status_word
        self.register = Meaning(
            self.tr("学籍口径"), [(key, words(key)) for key in ("both_away", "one_away", "none")]
        )
        self.civil = Meaning(self.tr("民政口径"), [("yes", self.tr("是")), ("no", self.tr("不是"))])
        self.differs = Label("", "second", "soon", wrap=True)
        self.body.setSpacing(tokens.BETWEEN)
        for widget in (self.register, self.civil, self.differs):
            self.body.addWidget(widget)
        self.register.ruled.connect(lambda status, reason: self.ruled.emit("register", status, reason))
        self.civil.ruled.connect(lambda status, reason: self.ruled.emit("civil", status, reason))

    def ruling(self) -> str:
        """Of which meaning the form is open: "register", "civil" or ""."""
        found = {"register": self.register, "civil": self.civil}
        return next((key for key, meaning in found.items() if not meaning.form.isHidden()), "")

    def rule(self, meaning: str) -> None:
        """Open the form of a meaning."""
        {"register": self.register, "civil": self.civil}[meaning].open_form()

    def show_child(self, child: Child, day: date) -> None:
        """Show what holds for the child that day."""
        verdict, civil = register_status(child, day), civil_status(child, day)
        found = disagreement(child, day)
        self.register.show_verdict(
            child.id, verdict.status, sentences.status_word(verdict.status), sentences.why_register(verdict),
            overruled=_overruled(child, "register", day),
        )  # fmt: skip
        self.civil.show_verdict(
            child.id, "yes" if civil.value else "no", sentences.civil_word(civil.value), sentences.why_civil(civil),
            overruled=_overruled(child, "civil", day),
        )  # fmt: skip
        self.differs.setText(sentences.disagreement_sentence(found) if found else "")
        self.differs.setVisible(found is not None)


def _overruled(child: Child, meaning: str, day: date) -> bool:
    return latest([one for one in child.overrides if one.meaning == meaning], day) is not None
