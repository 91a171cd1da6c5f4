"""How the program says something: the strip inside a page, and the one question before a danger."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, tokens
from ui.pieces import marks, paint
from ui.pieces.button import Button
from ui.pieces.label import Label

STRIPS = {
    "caution": ("soonT", "soonL", "soon"),
    "error": ("overT", "overL", "over"),
    "info": ("surface", "line", "done"),
}


class Strip(QFrame):
    """A sentence inside the page. `kind`: caution (要留心), error (with what to do), info. `button` acts on it."""

    def __init__(
        self, kind: str = "caution", text: str = "", *, icon: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.text = Label("", "second", wrap=True)
        self.button = Button(action, kind="link", height=26, name=action or self.tr("知道了"), parent=self)
        self.button.setVisible(bool(action))
        row = QHBoxLayout(self)
        row.setContentsMargins(20 + icons.side(), 9, 12, 9)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.say(kind, text)

    def say(self, kind: str, text: str) -> None:
        """Say something else. Raises KeyError for an unknown kind."""
        self._ground, self._border, self._mark = (
            *STRIPS[kind][:2],
            {"error": "over", "info": "done"}.get(kind, "soon"),
        )
        self.text.setText(text)
        self.text.set_tone("" if kind != "error" else "over")
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), self._ground, self._border, radius=tokens.PANEL_RADIUS)
            middle = self.height() / 2
            if self._icon:
                icons.draw(painter, self._icon, 12, middle - icons.side() / 2, self._mark)
            else:
                marks.draw(painter, self._mark, 14, middle)


class DangerQuestion(QDialog):
    """Names what will be gone. The safe answer has the focus, Enter and Esc; the danger needs its own button."""

    def __init__(
        self, title: str, what: str, *, do: str, keep: str, detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("ground", "surface")
        self.do = Button(do, kind="danger")
        self.keep = Button(keep, keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label(what, "panel", wrap=True))
        if detail:
            column.addWidget(Label(detail, "second", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.do)
        row.addWidget(self.keep)
        column.addSpacing(8)
        column.addLayout(row)
        for button in (self.do, self.keep):
            button.setAutoDefault(False)
        self.keep.setDefault(True)
        self.do.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleDescription(f"{what} {detail}".strip())

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(440), super().sizeHint().height())


def ask(parent: QWidget | None, title: str, what: str, *, do: str, keep: str, detail: str = "") -> bool:
    """Put the question and wait. `do` and `keep` are verbs: 删除 3 人, 不删."""
    question = DangerQuestion(title, what, do=do, keep=keep, detail=detail, parent=parent)
    try:
        return question.exec() == QDialog.DialogCode.Accepted
    finally:
        question.deleteLater()
