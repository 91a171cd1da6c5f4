"""The lines of the page 任务单: what was not read, what was read and waits, what is back, what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.batch import Prefilled
from app.cards import class_name_on
from app.care import Slip
from app.days import on_paper
from app.school import Snapshot
from app.slips.pile import SIGN_IN, SURVEY, WEEK, PageRead, sheet_of
from app.slips.returns import Return
from app.slips.sheet import BadSheet
from ui.care_words import kind_word
from ui.pieces.rows import Cell, Column, Group, Row
from ui.slips import words

FAILED, WAITING, MISSING, BACK = "failed", "waiting", "missing", "back"
MARKS = {FAILED: "over", WAITING: "today", MISSING: "wait", BACK: "done"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("slip_lines", text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a page of a picture, or a page that was printed."""

    state: str
    page: PageRead | None = None
    printed: Return | None = None
    opened: Prefilled | None = None
    """It lies in the batch grid and waits there."""

    @property
    def slip(self) -> Slip | None:
        """What was printed; None of a picture that could not be read."""
        return self.page.slip if self.page is not None else self.printed.slip if self.printed is not None else None

    @property
    def is_weekly(self) -> bool:
        """Whether it is a teacher's slip of a week."""
        return self.slip is not None and self.slip.kind == WEEK


class SlipLines:
    """Lines by id (from 1) and what their cells say."""

    def __init__(self) -> None:
        self.snapshot: Snapshot | None = None
        self.entries: list[Entry] = []

    def take(
        self, snapshot: Snapshot, pages: Sequence[PageRead], printed: Sequence[Return],
        opened: Mapping[str, Prefilled],
    ) -> None:  # fmt: skip
        """Show these: pages that were read and not gone through yet, and the pages of a week. `opened` lie in the grid
        already, by code."""
        self.snapshot = snapshot
        waiting = {page.slip.code for page in pages if page.counts and page.slip is not None}
        found = [Entry(FAILED, page) for page in pages if not page.counts]
        found += [Entry(WAITING, page) for page in pages if page.counts]
        rest = [one for one in printed if waiting.isdisjoint(one.codes)]
        there = {one.codes: next((opened[code] for code in one.codes if code in opened), None) for one in rest}
        found += [Entry(WAITING, printed=one, opened=there[one.codes]) for one in rest if there[one.codes]]
        rest = [one for one in rest if not there[one.codes]]
        found += [Entry(MISSING, printed=one) for one in rest if not one.is_back]
        found += [Entry(BACK, printed=one) for one in rest if one.is_back]
        self.entries = found

    def first(self) -> int:
        """The id of the first line; 0 for none."""
        return next((row for row in self.rows() if isinstance(row, int)), 0)

    def entry(self, line: int) -> Entry | None:
        """The line of an id."""
        return self.entries[line - 1] if 0 < line <= len(self.entries) else None

    def count(self, state: str) -> int:
        """How many lines of that state."""
        return sum(one.state == state for one in self.entries)

    def rows(self) -> list[Row]:
        """Group lines and ids: what somebody must do something about comes first."""
        titles = {
            FAILED: _tr("没读出来"), WAITING: _tr("读好了，等着核对"), MISSING: _tr("还没交回"), BACK: _tr("交回了"),
        }  # fmt: skip
        hints = {
            FAILED: _tr("照右边写的再拍一张"), WAITING: _tr("核对了才记下"),
            MISSING: _tr("交回来扫一扫，或者按 Enter 自己敲"),
        }  # fmt: skip
        rows: list[Row] = []
        for state in (FAILED, WAITING, MISSING, BACK):
            found = [number for number, one in enumerate(self.entries, 1) if one.state == state]
            if found:
                rows += [Group(titles[state], len(found), hints.get(state, ""), MARKS[state]), *found]
        return rows

    def columns(self) -> list[Column]:
        """The columns of the grid."""
        return [
            Column("whose", _tr("谁的"), 186, "two_line", self._whose),
            Column("page", _tr("页"), 72, "text", self._page),
            Column("ticks", _tr("勾了"), 68, "text", self._ticks),
            Column("state", "", 0, "status", self._state),
        ]

    def title(self, one: Entry) -> str:
        """张敏, 三（1）班 家长会; of a picture that was not read the name of the file."""
        slip = one.slip
        if slip is None or self.snapshot is None:
            return words.page_name(one.page) if one.page else ""
        if slip.kind in (SURVEY, SIGN_IN):
            school_class = next((each for each in self.snapshot.classes if each.id == slip.class_id), None)
            name = class_name_on(school_class, self.snapshot, slip.week) or _tr("全校")
            try:
                kind = str(sheet_of(slip).head.get("kind", ""))
            except BadSheet:
                kind = ""
            return _tr("{0} {1}").format(name, _tr("调查表") if slip.kind == SURVEY else kind_word(kind))
        staff = next((each for each in self.snapshot.staff if each.id == slip.staff_id), None)
        return staff.name if staff else _tr("没有指定老师")

    def _whose(self, line: int) -> Cell:
        one = self.entries[line - 1]
        if one.page is not None:
            file = words.page_name(one.page)
            title = self.title(one)
            return Cell(title, file if file != title else "")
        assert one.printed is not None
        at = one.printed.slip.printed_at[:10]
        return Cell(self.title(one), _tr("{0}印").format(on_paper(at)) if at else "")

    def _page(self, line: int) -> Cell:
        slip = self.entries[line - 1].slip
        if slip is None:
            return Cell()
        return Cell(_tr("第 {0} 页").format(slip.page) if slip.pages > 1 else _tr("一页"), tone="ink2")

    def _ticks(self, line: int) -> Cell:
        one = self.entries[line - 1]
        if one.page is not None and one.page.counts:
            return Cell(_tr("{0} 格").format(one.page.ticks))
        return Cell()

    def _state(self, line: int) -> Cell:
        one = self.entries[line - 1]
        if one.page is not None:
            return _of_page(one.page)
        assert one.printed is not None
        if one.opened is not None:
            return Cell(_tr("在批量登记里"), _tr("还没存下"), mark="today")
        if one.state == MISSING:
            return Cell(_tr("没交回"), _tr("{0} 件事").format(one.printed.rows), mark="wait")
        if one.printed.booked:
            return Cell(_tr("记下 {0} 条").format(one.printed.booked), mark="done")
        return Cell(_tr("交回了"), _tr("一条也没记"), mark="done")


def _of_page(page: PageRead) -> Cell:
    if page.again:
        return Cell(_tr("同一张拍了两次"), _tr("用更清楚的那一张"), mark="same")
    if page.error is not None:
        what, do = words.wording(page.error)
        return Cell(what.rstrip("。"), do.rstrip("。"), mark="refused")
    if page.doubts:
        return Cell(_tr("{0} 格看不准").format(page.doubts), _tr("核对时自己定"), mark="soon")
    return Cell(_tr("都看清了"), mark="done")
