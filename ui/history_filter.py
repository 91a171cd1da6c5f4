"""Which actions the history shows: of whom, by whom, of what kind, on which day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.history import HistoryQuery
from app.roster import rows
from ui import tokens
from ui.past_words import kind_word
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.pieces.flow import Flow
from ui.session import Session

KINDS = (("edit",), ("import",), ("delete",), ("merge",), ("undo", "redo"), ("print",), ("read",))
"""What the box of kinds offers, each with the kinds of actions behind it."""


class HistoryFilter(QWidget):
    """`chosen` comes with every choice; `query` says what is asked for now."""

    chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        kinds = [(" ".join(kinds), "、".join(map(kind_word, kinds))) for kinds in KINDS]
        self.child = ComboField("", [], editable=True, check=self._nobody)
        self.user = ComboField("", [])
        self.kind = ComboField("", [("", self.tr("所有改动")), *kinds])
        self.day = DateField("", today=lambda: session.today)
        self.clear = Button(self.tr("看全部"), kind="link")
        line = self.child.editor.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("所有孩子，可以打字"))
        self.day.editor.setPlaceholderText(self.tr("哪一天"))
        row = Flow(self, down=tokens.BETWEEN, wide=True)
        for field, spoken, wide in (
            (self.child, self.tr("哪个孩子"), 220), (self.user, self.tr("谁改的"), 130),
            (self.kind, self.tr("哪种改动"), 140), (self.day, self.tr("哪一天"), 160),
        ):  # fmt: skip
            field.name_it(spoken)
            field.setFixedWidth(tokens.px(wide))
            field.committed.connect(lambda _value: self._chosen())
            row.addWidget(field)
        row.addWidget(self.clear)
        self.clear.clicked.connect(self.show_all)
        self.offer([])

    def offer(self, users: Sequence[str]) -> None:
        """Fill the boxes with who is there now; choices stay."""
        snapshot, today = self._session.snapshot, self._session.today
        listed = {row.child_id: f"{row.name} {row.class_name}" for row in rows(snapshot, today)}
        left = {key: child.name for key, child in snapshot.children.items() if key not in listed}
        self.child.set_options([(str(key), words) for key, words in (listed | left).items()])
        self.user.set_options([("", self.tr("所有人")), *((name, name) for name in users)])
        self._show_clear()

    def choose(self, child_id: int) -> None:
        """Ask for one child alone."""
        self.show_all()
        self.child.set_value(str(child_id))
        self._chosen()

    def show_all(self) -> None:
        """Ask for everything."""
        for field in (self.child, self.user, self.kind, self.day):
            field.set_value("")
            field.revert()
        self._chosen()

    def query(self) -> HistoryQuery:
        """What is asked for."""
        day = self.day.saved()
        child = self.child.saved()
        return HistoryQuery(
            int(child) if child.isdigit() else None, self.user.saved(), tuple(self.kind.saved().split()),
            date.fromisoformat(day) if day else None,
        )  # fmt: skip

    def _nobody(self, value: str) -> str:
        return "" if not value or value.isdigit() else self.tr("没有这个孩子，从列出的里面选")

    def _chosen(self) -> None:
        self._show_clear()
        self.chosen.emit()

    def _show_clear(self) -> None:
        self.clear.setVisible(self.query() != HistoryQuery())
