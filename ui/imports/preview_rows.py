"""The lines of the preview: a plan as group lines and cells, one line for each value that changes."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.imports.plan import KINDS, Diff
from ui import fonts, tokens
from ui.imports.counters import MARKS
from ui.imports.matter import Matter, Plan
from ui.pieces import marks
from ui.pieces.rows import Cell, Column, Group, Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("preview_rows", text)


@dataclass(frozen=True, slots=True)
class Line:
    """Which row of the plan a line shows, and which of its differences (-1 = the row as a whole)."""

    index: int
    diff: int = -1

    @property
    def first(self) -> bool:
        """Whether it is the first line of its row, which carries tick, number and name."""
        return self.diff <= 0


class PreviewRows:
    """Lines by id (from 1) and what their cells say."""

    def __init__(self, matter: Matter[Any, Any]) -> None:
        self._matter = matter
        self.plan: Plan | None = None
        self._lines: list[Line] = []

    def show(self, plan: Plan, only: str = "") -> list[Row]:
        """The rows of the grid for a plan; `only` = a kind, "" = all but the unchanged."""
        self.plan, self._lines = plan, []
        rows: list[Row] = []
        for kind in KINDS:
            if (only and kind != only) or (not only and kind == "unchanged"):
                continue
            found = [index for index, row in enumerate(plan.rows) if row.kind == kind]
            if not found:
                continue
            title, hint = self._matter.group(kind)
            rows.append(Group(title, len(found), hint, MARKS[kind]))
            for index in found:
                shown = range(len(self._matter.diffs(plan, plan.rows[index]))) if kind == "changed" else [-1]
                for diff in shown:
                    self._lines.append(Line(index, diff))
                    rows.append(len(self._lines))
        return rows

    def index(self, line_id: int) -> int:
        """The plan row a line belongs to, -1 for none."""
        return self._lines[line_id - 1].index if 0 < line_id <= len(self._lines) else -1

    def columns(self) -> list[Column]:
        """The columns of the grid."""
        what, change, note = self._matter.words.heads
        return [
            Column("check", "", 44, "check", self._check),
            Column("row", _tr("行"), 52, "text", self._number, right=True),
            Column("child", self._matter.words.who, 190, self._matter.words.who_kind, self._child),
            Column("what", what or _tr("哪一项"), 124, "text", self._what),
            Column("diff", change or _tr("现在 → 导入后"), 0, "diff", self._diff),
            Column("note", note or _tr("说明"), 250, "status", self._note),
        ]

    def told(self, line_id: int) -> str:
        """A line in full, for where its cells are too narrow for it."""
        _, row = self._at(line_id)
        what, diff, note = self._what(line_id), self._diff(line_id), self._note(line_id)
        name = self._matter.name(self.plan, row)[0]
        change = f"{diff.old} → {diff.text}" if diff.old else diff.text
        parts = [_tr("第 {0} 行 {1}").format(row.row, name), what.text, change, note.text, note.second]
        return "，".join(part for part in parts if part)

    def widths(self, line_id: int) -> dict[str, float]:
        """px that the cells of a line need, by column, with what stands beside their words."""
        diff, note = self._diff(line_id), self._note(line_id)
        old = fonts.width(diff.old) / 0.42 if diff.old else 0.0
        new = fonts.width(diff.text, weight=600 if diff.mark else 400) + 20 + (fonts.width(diff.old) + 40 if old else 0)
        beside = marks.room() + 14 if note.mark else 14
        told = max(fonts.width(note.text, weight=600), fonts.width(note.second, tokens.HINT))
        return {"diff": max(old, new), "note": told + beside}

    def _at(self, line_id: int) -> tuple[Line, Any]:
        line = self._lines[line_id - 1]
        assert self.plan is not None
        return line, self.plan.rows[line.index]

    def _difference(self, line_id: int) -> Diff | None:
        line, row = self._at(line_id)
        diffs = self._matter.diffs(self.plan, row)
        return diffs[line.diff] if 0 <= line.diff < len(diffs) else None

    def _check(self, line_id: int) -> Cell:
        line, row = self._at(line_id)
        return Cell(checked=row.chosen if line.first and row.kind in ("new", "changed") else None)

    def _number(self, line_id: int) -> Cell:
        line, row = self._at(line_id)
        return Cell(str(row.row), tone="ink2") if line.first else Cell()

    def _child(self, line_id: int) -> Cell:
        line, row = self._at(line_id)
        if not line.first:
            return Cell()
        name, below = self._matter.name(self.plan, row)
        return Cell(name, below, faded=row.kind == "unchanged")

    def _what(self, line_id: int) -> Cell:
        _, row = self._at(line_id)
        diff = self._difference(line_id)
        if diff is not None:
            return Cell(self._matter.diff_word(diff))
        return Cell(self._matter.blamed(row), tone="ink2")

    def _diff(self, line_id: int) -> Cell:
        _, row = self._at(line_id)
        diff = self._difference(line_id)
        if diff is None:
            tone = "over" if row.kind == "refused" else ""
            return Cell(self._matter.whole_row(self.plan, row), tone=tone)
        old, new = self._matter.diff_values(diff)
        return Cell(new or _tr("空着"), old=old, mark="changed")

    def _note(self, line_id: int) -> Cell:
        line, row = self._at(line_id)
        if not line.first and row.kind == "changed":
            diff = self._difference(line_id)
            note = self._matter.diff_note(diff) if diff is not None else ""
            return Cell(note, mark="soon") if note else Cell()
        mark, first, second = self._matter.note(self.plan, row)
        return Cell(first, second, mark=mark)
