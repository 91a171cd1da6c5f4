"""The children who have left: their files are kept, and from here they are looked at or come back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import days
from app.children import Child
from app.enrolment import classes_by_id, ends_on, last_enrolment, name_on, pupils_on
from ui import tokens
from ui.children.card import within
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.session import Session


def gone_ids(session: Session) -> list[int]:
    """Ids of the children who are no pupils today, those who left last first."""
    here = {child.id for child, _class in pupils_on(session.snapshot, session.today)}
    gone = [child for key, child in session.snapshot.children.items() if key not in here]

    def left(child: Child) -> str:
        last = last_enrolment(child)
        return (last.until_day or last.from_day).isoformat() if last else ""

    return [child.id for child in sorted(gone, key=left, reverse=True)]


class GoneChildren(QDialog):
    """A list; Enter opens the file of a child."""

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("已离校的孩子"))
        self.grid = ListGrid(
            [
                Column("who", self.tr("孩子"), 210, "who", self._who),
                Column("when", self.tr("怎么离校的"), 0, "two_line", self._how),
            ],
            name=self.tr("已离校的孩子"), many=False,
        )  # fmt: skip
        self.keep = Button(self.tr("关上"), keys="Esc")
        self.go = Button(self.tr("看档案"), keys="Enter", kind="primary")
        for button in (self.keep, self.go):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, tokens.PADDING, tokens.GUTTER, tokens.PADDING)
        column.setSpacing(tokens.GAP)
        column.addWidget(Label(self.tr("已离校的孩子"), "heading"))
        hint = self.tr("资料都留着，不算在人数里。回来上学就打开档案，点“回来上学”。")
        column.addWidget(Label(hint, "second", "ink2"))
        column.addWidget(self.grid, 1)
        column.addLayout(buttons)
        self.resize(within(parent, tokens.px(600), tokens.px(460)))
        self.grid.opened.connect(self._open)
        self.keep.clicked.connect(self.reject)
        self.go.clicked.connect(lambda: self._open(self.grid.current()))
        self.grid.set_rows(gone_ids(session))
        self.grid.focus_first()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, child_id: int) -> None:
        if child_id:
            self.accept()
            self.chosen.emit(child_id)

    def _who(self, child_id: int) -> Cell:
        child = self._session.snapshot.children[child_id]
        return Cell(child.name, child.sex)

    def _how(self, child_id: int) -> Cell:
        last = last_enrolment(self._session.snapshot.children[child_id])
        of = classes_by_id(self._session.snapshot).get(last.class_id) if last else None
        if last is None or of is None:
            return Cell(self.tr("还没有进班"))
        system = self._session.snapshot.school.system
        if last.until_day is None:
            return Cell(self.tr("毕业"), days.on_paper(ends_on(of, system)))
        where = self.tr("到{0}").format(last.left_where) if last.left_where else ""
        name = name_on(of, last.from_day, system)
        return Cell(f"{last.left_how or self.tr('离校')}{where}", f"{days.on_paper(last.until_day)}，{name}")
