"""The lines of 照片对号: each file, whose it is, and what is the matter with it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.photo_plan import BLURRED, DOUBTFUL, MATCHED, REFUSED, PhotoLine, PhotoPlan
from app.photos import CONSENT, GONE, NOBODY, SAME_NAME, SEVERAL, TWICE
from ui.photos import words
from ui.photos.gathering import Gathered
from ui.pieces.rows import Cell, Column, Group, Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("match_rows", text)


MARKS = {MATCHED: "new", DOUBTFUL: "changed", REFUSED: "refused"}


class MatchRows:
    """Lines by id (from 1) and what their cells say. `child` gives a child, `class_name` its class."""

    def __init__(self, child: Callable[[int], Child | None], class_name: Callable[[int], str]) -> None:
        self._child, self._class_name = child, class_name
        self.plan = PhotoPlan(())
        self.gathered: Gathered | None = None

    def rows(self) -> list[Row]:
        """Group lines and ids: what a person must look at first."""
        titles = {DOUBTFUL: _tr("要看一眼"), MATCHED: _tr("对上了"), REFUSED: _tr("读不了")}
        hints = {
            DOUBTFUL: _tr("点一行，右边选是谁"), MATCHED: _tr("名字、班级或号码对得上"), REFUSED: _tr("这些不会放"),
        }  # fmt: skip
        rows: list[Row] = []
        for kind in (DOUBTFUL, MATCHED, REFUSED):
            found = [index + 1 for index, line in enumerate(self.plan.lines) if line.kind == kind]
            if found:
                rows += [Group(titles[kind], len(found), hints[kind], MARKS[kind]), *found]
        return rows

    def line(self, line_id: int) -> PhotoLine:
        """The line of an id."""
        return self.plan.lines[line_id - 1]

    def columns(self) -> list[Column]:
        """The columns of the grid."""
        return [
            Column("check", "", 44, "check", self._check),
            Column("file", _tr("照片文件"), 190, "text", lambda key: Cell(self.line(key).name)),
            Column("child", _tr("孩子"), 180, "who", self._who),
            Column("note", _tr("说明"), 0, "status", self._note),
        ]

    def _check(self, line_id: int) -> Cell:
        line = self.line(line_id)
        return Cell(checked=line.chosen if line.child_id and not line.reason else None)

    def _who(self, line_id: int) -> Cell:
        line = self.line(line_id)
        child = self._child(line.child_id) if line.child_id else None
        if child is None:
            return Cell()
        return Cell(child.name, self._class_name(child.id), faded=not line.chosen)

    def _note(self, line_id: int) -> Cell:
        line = self.line(line_id)
        if line.reason:
            error = self.gathered.errors.get(line.path) if self.gathered else None
            what, do = words.wording(error) if error else ("", "")
            return Cell(what.rstrip("。"), do.rstrip("。"), mark="refused")
        if line.doubt:
            return Cell(*self._doubt(line), mark="changed")
        child = self._child(line.child_id)
        if child is None:
            return Cell()
        if not line.chosen:
            return Cell(_tr("不放"), mark="same")
        return Cell(_tr("换下原来的照片") if child.photo else _tr("放上"), mark="new")

    def _doubt(self, line: PhotoLine) -> tuple[str, str]:
        count = len(line.match.candidates)
        if line.match.doubt == SAME_NAME and count < 2:
            return _tr("班级对不上"), _tr("看看是不是这个孩子")
        return {
            SAME_NAME: (_tr("{0} 个人同名").format(count), _tr("选是哪一个")),
            SEVERAL: (_tr("{0} 个名字").format(count), _tr("文件名里不止一个孩子")),
            NOBODY: (_tr("没认出来"), _tr("文件名里没有名册上的名字")),
            GONE: (_tr("已经离校"), _tr("名册上有过这个孩子")),
            TWICE: (_tr("不止一张"), _tr("这个孩子只能放一张")),
            CONSENT: (_tr("家长不同意"), _tr("要放先问过家长")),
            BLURRED: (_tr("照片太小"), _tr("印在联系卡上会糊")),
        }[line.doubt]
