"""The recycle bin: what was deleted, by whom and when; Enter brings it back, on any later day."""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import days, kinship
from app.classnames import class_name
from app.enrolment import classes_by_id, name_on
from app.history import Deleted
from app.store import StoreError
from ui import tokens
from ui import words as error_words
from ui.backup_words import to_the_minute
from ui.care_words import kind_word
from ui.page import Page
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.session import Session
from ui.work import Work

SHOWN = 3
"""Names told of an action that deleted many."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("recycle", text)


def kind_words() -> dict[str, str]:
    """What the things in the bin are called."""
    return {
        "child": _tr("孩子"), "kin": _tr("家里人"), "staff": _tr("老师"), "class": _tr("班级"), "template": _tr("表样"),
        "care_record": _tr("关爱记录"),
    }  # fmt: skip


class RecyclePage(Page):
    """Read afresh whenever it is shown."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.work = session, work
        self.lines: dict[int, Deleted] = {}
        self.count = Label("", "second", wrap=True)
        self.grid = ListGrid(
            [
                Column("what", self.tr("删了什么"), 0, "two_line", self._what),
                Column("kind", "", 80, "text", lambda key: Cell(kind_words()[self.lines[key].table], tone="ink2")),
                Column("at", self.tr("什么时候"), 150, "text", self._at),
                Column("user", self.tr("谁删的"), 120, "text", lambda key: Cell(self.lines[key].user)),
                Column("back", "", 96, "action", lambda _key: Cell(self.tr("还原"))),
            ],
            name=self.tr("回收站"), many=False,
        )  # fmt: skip
        self.grid.set_empty(self.tr("回收站是空的。删掉的孩子、老师、记录会到这里，按【还原】就回去"))
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("回收站"), "heading"))
        column.addWidget(self.count)
        column.addWidget(self.grid, 1)
        self.grid.opened.connect(self.restore)
        self.grid.acted.connect(lambda key, _column: self.restore(key))

    def arrive(self, want: object) -> None:
        self.refresh(None)
        self.grid.focus_first()

    def refresh(self, touched: frozenset[int] | None) -> None:
        if self.work.busy:
            return
        self.lines = {line.action_id: line for line in self.session.store.past.deleted()}
        self.grid.set_rows(list(self.lines))
        self.grid.refresh()
        rule = self.tr("删掉的孩子不算进任何一天的人数，还原后和删之前一样。转走、毕业的孩子不在这里。")
        self.count.setText((self.tr("{0} 次删除。").format(len(self.lines)) if self.lines else "") + rule)

    def restore(self, action_id: int) -> None:
        """Bring back what an action deleted, and show it: the undo of that action."""
        line = self.lines.get(action_id)
        if line is None:
            return
        try:
            undone = self.session.store.undo(action_id)
        except StoreError as error:
            self.session.failed.emit(error_words.sentence(error))
            return
        self.session.show_undone(undone)
        what = _names(line, self._class_name(line))
        if undone.reversed:
            said = self.tr("还原了{0}，Ctrl+Y 再删掉").format(what)
            if undone.kept:
                said += self.tr("；{0} 处别的地方改过，没有还原").format(len(undone.kept))
            (self.session.noted if undone.kept else self.session.said).emit(said)
        else:
            self.session.failed.emit(self.tr("没有还原：它所属的孩子或班级也删了，先还原那一个。"))

    def _at(self, action_id: int) -> Cell:
        return Cell(to_the_minute(self.lines[action_id].at, datetime.now()))

    def _what(self, action_id: int) -> Cell:
        line = self.lines[action_id]
        return Cell(_names(line, self._class_name(line)), self._second(line))

    def _second(self, line: Deleted) -> str:
        if line.table == "child" and len(line.rows) == 1:
            birth = str(line.rows[0].get("birth") or "")
            parts = [self._last_class(line), str(line.rows[0].get("sex") or "")]
            parts += [self.tr("{0}生").format(days.on_paper(birth))] if birth else []
            return "，".join(part for part in parts if part)
        if line.table == "care_record":
            return line.label
        if line.table == "kin":
            child = self.session.snapshot.children.get(line.child_id or 0)
            return self.tr("{0}家的").format(child.name) if child else self.tr("孩子也删了，先还原孩子")
        return ""

    def _last_class(self, line: Deleted) -> str:
        of = classes_by_id(self.session.snapshot).get(line.class_id or 0)
        return name_on(of, line.at.date(), self.session.snapshot.school.system) if of else ""

    def _class_name(self, line: Deleted) -> str:
        if line.table != "class":
            return ""
        row = line.rows[0]
        return class_name(
            str(row["stage"]), int(str(row["entry_year"])), int(str(row["number"])), line.at.date(),
            self.session.snapshot.school.system,
        )  # fmt: skip

    def keys(self) -> list[tuple[str, str]]:
        return [("↑↓", self.tr("换一行")), ("Enter", self.tr("还原")), ("Esc", self.tr("返回"))]

    def help_text(self) -> str:
        return self.tr(
            "录错后删掉的孩子、家里人、老师、空班、表样和关爱记录都在这里，按 Enter 还原，哪一天都行，"
            "还原后和删之前一样。"
            "转走、毕业的孩子不用删：他们的资料一直留着，在名册的“已离校”里。"
        )


def _names(line: Deleted, class_name_: str = "") -> str:
    if class_name_:
        return class_name_
    if line.table == "kin":
        row = line.rows[0]
        return f"{kinship.spoken_relation(str(row['relation']))} {row['name']}".strip()
    if line.table == "care_record":
        names = [_record(row) for row in line.rows]
    else:
        names = [_name(row) for row in line.rows]
    more = _tr("等 {0} 个").format(len(names)) if len(names) > SHOWN else ""
    return "、".join(names[:SHOWN]) + more


def _record(row: Mapping[str, object]) -> str:
    """亲情电话，11月24日; never what was said."""
    day = date.fromisoformat(str(row["day"]))
    return _tr("{0}，{1}月{2}日").format(kind_word(str(row["kind"])), day.month, day.day)


def _name(row: Mapping[str, object]) -> str:
    return str(row.get("name") or "")
