"""The figures of a term in Excel: all of them, by grade and class, by rule, by month; with charts of Excel's own."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app import money
from app.days import on_paper
from app.figures import GROUPS, Book, Figure
from app.school import Snapshot
from app.sheets import Chart, Column, SheetOut, Value
from app.terms import term_title
from ui import term_words as words
from ui.figure_words import verdict

MONTHLY = ("family_call", "talk", "home_visit", "carer_contact", "parent_contact")
"""Kinds of contact that are told month by month."""
WITHOUT_LAST = 4
"""Columns of the figures where there is no term before."""
PARTS = ("children.left_girls", "children.one_away", "children.both_away", "children.left_boarders")
"""What of the left-behind a class's line says."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TermSheet", text)


def term_sheet(book: Book, snapshot: Snapshot) -> SheetOut:
    """The book: the figures first, then the tables."""
    first = _figures(book, snapshot)
    sheets = [_classes(book, snapshot), _rules(book, snapshot), _months(book, snapshot)]
    return replace(first, more=tuple(one for one in sheets if one.rows))


def file_name(school: str, book: Book) -> str:
    """The name to suggest; names of files do not say 留守 (rules.md)."""
    return _tr("{0}{1}数字（截至{2}）.xlsx").format(school, term_title(book.term.code), on_paper(book.on))


def _figures(book: Book, snapshot: Snapshot) -> SheetOut:
    last = term_title(book.last.code)[-4:] + _tr("末") if book.last is not None else _tr("上学期末")
    wide = 62.0 if book.last is not None else 114.0
    columns = (
        Column((_tr("项目"),), wide, "inset"), Column((_tr("单位"),), 16.0), Column((_tr("本学期"),), 30.0, "right"),
        Column((_tr("占多少，做到多少"),), 40.0, "right"), Column((last,), 26.0, "right"),
        Column((_tr("比上学期"),), 32.0),
    )[: 6 if book.last is not None else WITHOUT_LAST]  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    heads: list[int] = []
    for group in GROUPS:
        pairs = book.pairs(group)
        if pairs:
            heads.append(len(rows))
            rows.append((words.group_word(group), *[""] * (len(columns) - 1)))
        for pair in pairs:
            one, before = pair.now, pair.before
            then: Value = "" if before is None else words.percent(before) if one.group == "rule" else _value(before)
            row = (words.row_title(one, snapshot, book.on), words.unit(one.key), _value(one), words.share(one), then,
                   words.change(pair))  # fmt: skip
            rows.append(row[: len(columns)])
    sheet = _sheet(book, snapshot, _tr("学期数字"), _tr("留守儿童工作数字"), columns, rows)
    return replace(
        sheet, sections=frozenset(heads), ruled=frozenset(heads[1:]), landscape=False, notes=_notes(book, snapshot),
        row_pt=13.5,
        signatures=(_tr("单位负责人（签名）："), _tr("审核人（签名）："), _tr("填表人（签名）：")),
    )  # fmt: skip


def _value(one: Figure) -> Value:
    return money.cell(one.value) if one.key in words.MONEY else one.value


def _notes(book: Book, snapshot: Snapshot) -> tuple[str, ...]:
    wrong = [words.check_word(one, snapshot, book) for one in book.wrong]
    said = [_tr("核对不符：{0}。").format("；".join(wrong)) if wrong else _tr("核对：各项相加都和合计相符。")]
    if any(_several(one, snapshot, book) for one in book.figures.values()):
        said.append(_tr("名称后面写着“满几次”的，期限里够了几次才算做到一次。"))
    late = _tr("住宿没有登记日期，按现在的资料统计。")
    return (*said, late if book.is_over else _tr("学期还没有结束，数字截至{0}。").format(on_paper(book.on)))


def _several(one: Figure, snapshot: Snapshot, book: Book) -> bool:
    """Whether it asks for several in one window."""
    return bool(one.of) and words.row_title(one, snapshot, book.on) != words.title(one, snapshot, book.on)


def _classes(book: Book, snapshot: Snapshot) -> SheetOut:
    """Grades with their classes, pupils and left-behind; the chart is of the grades."""
    heads = (_tr("在校学生"), _tr("留守儿童"), _tr("留守女童"), _tr("单亲留守"), _tr("双亲留守"), _tr("寄宿的"))
    columns = (
        Column((_tr("年级班级"),), 40.0, "left"), *(Column((head,), 22.0) for head in heads),
        Column((_tr("占学生"),), 18.0),
    )  # fmt: skip
    grades, classes = (parted(book, snapshot, group) for group in ("grade", "class"))
    rows = [*grades, *classes, whole_school(book)]
    numbers = [[row[place] for row in rows] for place in range(1, len(heads) + 1)]
    out = [_difference(column[: len(grades)], column[-1]) + _difference(column[len(grades) : -1], column[-1])
           for column in numbers]  # fmt: skip
    sheet = _sheet(book, snapshot, _tr("各年级各班"), _tr("各年级各班留守儿童人数"), columns, rows)
    foot = ((_tr("核对"), 1), *((verdict(one), 1) for one in out), ("", 1))
    charts = (Chart(_tr("各年级在校学生和留守儿童"), 0, (1, 2), (0, len(grades) - 1)),) if grades else ()
    return replace(
        sheet, strong=frozenset({len(rows) - 1}), ruled=frozenset({len(grades), len(rows) - 1}), foot=foot,
        charts=charts, row_pt=18.0, landscape=False,
    )  # fmt: skip


def parted(book: Book, snapshot: Snapshot, group: str) -> list[tuple[Value, ...]]:
    """The lines of the grades or classes: pupils, left-behind, of these `PARTS`, and how many percent they are."""
    kinds = [_ids(book.figures[key]) for key in PARTS]
    ones = [pair.now for pair in book.pairs(group)]
    return [(words.title(one, snapshot, book.on), *_line(one, one.of or 0, kinds)) for one in ones]


def whole_school(book: Book) -> tuple[Value, ...]:
    """The same line for all."""
    kinds = [_ids(book.figures[key]) for key in PARTS]
    return (_tr("合计"), *_line(book.figures["children.left"], book.figures["children.pupils"].value, kinds))


def _line(one: Figure, pupils: int, kinds: Sequence[frozenset[int]]) -> tuple[Value, ...]:
    inside = _ids(one)
    share = words.percent(replace(one, of=pupils)) if pupils else ""
    return (pupils, one.value, *(len(inside & ids) for ids in kinds), share)


def _ids(one: Figure) -> frozenset[int]:
    return frozenset(line.id for line in one.names())


def _difference(parts: Iterable[Value], total: Value) -> int:
    return abs(sum(int(str(part)) for part in parts) - int(str(total)))


def _rules(book: Book, snapshot: Snapshot) -> SheetOut:
    """What every rule asked and what was done; those whose windows still run stand below."""
    wide = 54.0 if book.last is not None else 84.0
    columns = (
        Column((_tr("做什么"),), wide, "left"), Column((_tr("该做"),), 26.0), Column((_tr("做了"),), 26.0),
        Column((_tr("没做"),), 26.0), Column((_tr("做到"),), 26.0), Column((_tr("上学期做到"),), 30.0),
    )[: 5 if book.last is None else 6]  # fmt: skip
    due = ruled(book, snapshot)
    done, owed = book.rules
    ends = len(due)
    rows: list[tuple[Value, ...]] = [*due, (_tr("合计"), owed, done, owed - done, "", "")]
    running = book.pairs("running")
    if running:
        rows.append((words.group_word("running"), *[""] * 5))
        rows += [
            (words.row_title(one.now, snapshot, book.on), one.now.of or 0, one.now.value,
             (one.now.of or 0) - one.now.value, words.percent(one.now), "") for one in running
        ]  # fmt: skip
    out = [_difference((row[place] for row in rows[:ends]), rows[ends][place]) for place in (1, 2, 3)]
    shown = [row[: len(columns)] for row in rows] if due or running else []
    sheet = _sheet(book, snapshot, _tr("各项规则"), _tr("各项关爱该做和做了多少"), columns, shown)
    charts = (Chart(_tr("各项关爱该做和做了的次数"), 0, (1, 2), (0, ends - 1)),) if due else ()
    section = {ends + 1} if running else set()
    return replace(
        sheet, strong=frozenset({ends}), sections=frozenset(section), ruled=frozenset({ends, *section}), row_pt=18.0,
        landscape=False, charts=charts,
        foot=((_tr("核对"), 1), *((verdict(one), 1) for one in out), ("", len(columns) - 4)),
    )  # fmt: skip


def ruled(book: Book, snapshot: Snapshot) -> list[tuple[Value, ...]]:
    """What every rule asked by the day: owed, done, not done, how much of it, and how much a term ago."""
    due = [(pair.now, pair.before) for pair in book.pairs("rule")]
    return [
        (words.row_title(one, snapshot, book.on), one.of or 0, one.value, (one.of or 0) - one.value, words.percent(one),
         "" if before is None else words.percent(before))
        for one, before in due
    ]  # fmt: skip


def monthly(book: Book) -> list[tuple[int, int, tuple[int, ...]]]:
    """(year, month, how often by each kind of `MONTHLY`) of every month with a contact."""
    kinds = [Counter((day.year, day.month) for day in book.figures[f"contact.{kind}"].days()) for kind in MONTHLY]
    return [(*month, tuple(of_kind[month] for of_kind in kinds)) for month in sorted(set().union(*kinds))]


def _months(book: Book, snapshot: Snapshot) -> SheetOut:
    """How often families were reached in every month of the term."""
    kinds = [book.figures[f"contact.{kind}"] for kind in MONTHLY]
    columns = (
        Column((_tr("月份"),), 40.0), *(Column((words.title(one, snapshot, book.on),), 28.0) for one in kinds),
    )
    rows: list[tuple[Value, ...]] = [
        (_tr("{0}年{1}月").format(year, month), *counts) for year, month, counts in monthly(book)
    ]
    totals = [one.value for one in kinds]
    out = [_difference((row[place] for row in rows), total) for place, total in enumerate(totals, 1)]
    if rows:
        rows.append((_tr("合计"), *totals))
    sheet = _sheet(book, snapshot, _tr("各月联系"), _tr("各月关爱联系次数"), columns, rows)
    last = len(rows) - 1
    chart = Chart(_tr("各月联系次数"), 0, tuple(range(1, len(columns))), (0, last - 1), lines=last > 2)
    return replace(
        sheet, strong=frozenset({last}), ruled=frozenset({last}), row_pt=18.0, landscape=False,
        foot=((_tr("核对"), 1), *((verdict(one), 1) for one in out)), charts=(chart,) if rows else (),
    )  # fmt: skip


def _sheet(
    book: Book, snapshot: Snapshot, name: str, title: str, columns: Sequence[Column], rows: Sequence[tuple[Value, ...]]
) -> SheetOut:
    school = snapshot.school.name
    return SheetOut(
        name=name, title=f"{school}{term_title(book.term.code)}{title}", columns=tuple(columns), rows=tuple(rows),
        left_note=_tr("填报单位（盖章）：{0}").format(school), boxed=True,
        right_note=_tr("截止日期：{0}").format(on_paper(book.on)),
    )  # fmt: skip


def wrong_words(book: Book, snapshot: Snapshot) -> list[str]:
    """Everything that does not add up; empty when all is well. Nothing is exported or printed until then."""
    return [words.check_word(one, snapshot, book) for one in book.wrong]
