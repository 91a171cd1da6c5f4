"""统计表 in Excel by both meanings: computed numbers, column numbers, and a line that says whether they add up."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.sheets import Column, SheetOut, Span, Value
from app.statistics import ALL, CIVIL, REGISTER, Check, Numbers, Statistics, Table, checks
from ui import figure_words as words

GROUPS = {
    "main": (ALL, "household", "health", "boarding", "cause", "care", "condition"),
    "aid": (ALL, "aid", "aids"),
}
"""Civil affairs' breakdowns fill two pages."""
REGISTER_PT, CIVIL_PT = 17.0, 15.0


@dataclass(frozen=True, slots=True)
class _Checked:
    """A table with the numbers that go on paper, and what adding exactly these up has shown."""

    table: Table
    numbers: Numbers
    checks: tuple[Check, ...]

    def says(self, across: bool, places: tuple[int, ...] | None = None) -> int:
        """By how much the sums of one direction are out; of these totals and parts only, if given."""
        return sum(
            check.difference
            for check in self.checks
            if check.sum is not None and check.sum.across is across
            and (places is None or set(check.sum.parts) <= set(places))
        )  # fmt: skip

    def roster(self) -> list[str]:
        """Where the numbers differ from the roster's own count."""
        return words.mismatches(self.table, [check for check in self.checks if check.sum is None])


def _tr(text: str) -> str:
    return QCoreApplication.translate("StatsSheet", text)


def stats_sheet(found: Statistics, school: str, today: date) -> SheetOut:
    """The book of the day: the register's table first, then civil affairs' two."""
    done = [_checked(found, meaning) for meaning in (REGISTER, CIVIL)]
    first = _register(done[0], school, today)
    return replace(first, more=tuple(_civil(done[1], school, today, page) for page in GROUPS))


def file_name(school: str, day: date) -> str:
    """The name to suggest; names of files do not say 留守 (rules.md)."""
    return _tr("{0}情况统计表（截至{1}）.xlsx").format(school, on_paper(day))


def _checked(found: Statistics, meaning: str) -> _Checked:
    table = found.table(meaning)
    numbers = table.numbers
    return _Checked(table, numbers, checks(table, numbers, found.counts))


def _register(done: _Checked, school: str, today: date) -> SheetOut:
    table = done.table
    columns = [Column((_tr("年级"),), 16.0, number=_tr("甲")), Column((_tr("性别"),), 14.0, number=_tr("乙"))]
    for number, head in enumerate(table.columns, 1):
        part = "\n".join(words.folded(words.part_word(head)))
        heads = (part,) if head.group == ALL else (words.group_word(head.group), part)
        first = number == 1 or table.columns[number - 2].group != head.group
        columns.append(Column(heads, 17.5, number=str(number), group=first and head.group != ALL))
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (words.group_word(head.group) if head.part == ALL else "", words.part_word(head), *numbers)
        for head, numbers in zip(table.lines, done.numbers, strict=True)
    )
    starts = [place for place, head in enumerate(table.lines) if head.part == ALL]
    heights = [end - start for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]
    whole = set(range(starts[-1], len(rows))) if starts else set()
    sheet = SheetOut(
        name=_tr("学籍口径"), title=_tr("{0}留守儿童情况统计表").format(school), columns=tuple(columns), rows=rows,
        strong=frozenset({*starts, *whole}), ruled=frozenset(starts[1:]),
        spans=tuple(Span(start, 0, height) for start, height in zip(starts, heights, strict=True)),
        foot=_register_foot(done), row_pt=REGISTER_PT,
    )  # fmt: skip
    return _framed(sheet, done, school, (*done.roster(), *words.notes(table, today)))


def _register_foot(done: _Checked) -> tuple[tuple[str, int], ...]:
    """核对: the two first columns by sex and grade, then each breakdown."""
    lines = _tr("小计=男+女+未填") if any(head.part == "" for head in done.table.lines) else _tr("小计=男+女")
    cells = [(_tr("核对"), 2), (f"{lines} {words.verdict(done.says(False))}", 2)]
    for check in done.checks:
        if check.sum is not None and check.sum.across:
            cells.append((words.check_word(done.table, check), len(check.sum.parts)))
    return tuple(cells)


def _civil(done: _Checked, school: str, today: date, page: str) -> SheetOut:
    table, groups = done.table, GROUPS[page]
    columns = [Column((_tr("项目"),), 26.0, number=_tr("甲")), Column((_tr("内容"),), 46.0, number=_tr("乙"))]
    for number, head in enumerate(table.columns, 1):
        group, part = words.group_word(head.group), words.part_word(head)
        heads = {ALL: (part,), "age": (f"{group}\n{part}",)}.get(head.group, (group, part))
        columns.append(Column(heads, 18.0, number=str(number), group=head.part in (ALL, "")))
    wanted = [(place, head) for place, head in enumerate(table.lines) if head.group in groups]
    starts = [n for n, (_place, head) in enumerate(wanted) if not n or wanted[n - 1][1].group != head.group]
    ends = [*starts[1:], len(wanted)]
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (words.group_word(head.group) if n in starts else "", "" if head.group == ALL else words.part_word(head),
         *done.numbers[place])
        for n, (place, head) in enumerate(wanted)
    )  # fmt: skip
    boxes = (Span(start, 0, end - start, 1 if start else 2) for start, end in zip(starts, ends, strict=True))
    said = words.notes(table, today, of_carers=page != "aid")
    name, title = _tr("民政口径"), _tr("{0}农村留守儿童情况统计表")
    if page == "aid":
        name, title = _tr("民政口径（救助）"), _tr("{0}农村留守儿童救助保障统计表")
        said.insert(0, _tr("“其中”按人次：一个孩子有几项就计几次，相加可以多于人数。"))
    sheet = SheetOut(
        name=name, title=title.format(school), columns=tuple(columns), rows=rows, strong=frozenset({0}),
        ruled=frozenset(starts[1:]), spans=tuple(boxes), foot=_civil_foot(done, groups), row_pt=CIVIL_PT,
    )  # fmt: skip
    return _framed(sheet, done, school, (*done.roster(), *said))


def _civil_foot(done: _Checked, groups: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """核对: the ages and sexes in every line, and each breakdown of this page in every column."""
    across = [words.sum_word(done.table, check.sum) for check in done.checks if check.sum and check.sum.across]
    places = tuple(n for n, head in enumerate(done.table.lines) if head.group in groups)
    down = _tr("每项各行相加=合计 {0}").format(words.verdict(done.says(False, places)))
    return (_tr("核对"), 2), (_tr("，").join(across) + f" {words.verdict(done.says(True))}", 7), (down, 4)


def _framed(sheet: SheetOut, done: _Checked, school: str, notes: tuple[str, ...]) -> SheetOut:
    """With what both meanings have alike: the line above, notes and signatures, the page."""
    return replace(
        sheet,
        left_note=_tr("填报单位（盖章）：{0}").format(school),
        middle_note=words.basis(done.table.meaning),
        right_note=_tr("截止日期：{0}　单位：人").format(on_paper(done.table.day)),
        notes=notes,
        signatures=(_tr("单位负责人（签名）："), _tr("审核人（签名）："), _tr("填表人（签名）：")),
        boxed=True,
        one_page=True,
    )

