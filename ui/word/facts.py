"""What may stand in the Word report, by the names that its file has in {{ }}."""

from collections.abc import Sequence
from datetime import date

from app.days import on_paper
from app.figures import Book
from app.school import Snapshot
from app.scoring import Score
from app.sheets import Value
from app.terms import term_title
from app.word_form import Fact, Facts
from ui import term_words
from ui.paper.term_sheet import MONTHLY, monthly, parted, ruled, whole_school
from ui.word.charts import Bars, picture
from ui.word.gaps import gaps
from ui.word.outlook import intentions, problems
from ui.word.sentences import against, basics, opening, spread
from ui.word.told import Told, tr
from ui.word.works import activities, awards, contacts, gifts, pairs, rooms, rules, things

NONE: tuple[()] = ()
Lines = Sequence[Sequence[Value]]
Months = Sequence[tuple[int, int, tuple[int, ...]]]


def facts(book: Book, snapshot: Snapshot, today: date, score: Score | None = None) -> Facts:
    """Everything: sentences, tables, charts. A chart without anything to show is empty. `score`: by the assessment
    table in use, for what costs points."""
    told = Told(book, snapshot)
    costs = gaps(score, told)
    said: dict[str, Fact] = {
        tr("学校"): snapshot.school.name, tr("学期"): term_title(book.term.code), tr("截至"): on_paper(book.on),
        tr("上学期"): term_title(book.last.code) if book.last is not None else "", tr("日期"): on_paper(today),
        tr("导语"): opening(told), tr("基本情况"): basics(told), tr("分布"): spread(told),
        tr("和上学期比"): against(told), tr("结对"): pairs(told), tr("联系"): contacts(told),
        tr("规则完成"): rules(told), tr("活动"): activities(told), tr("活动室"): rooms(told), tr("物品"): things(told),
        tr("表彰"): awards(told), tr("捐赠"): gifts(told), tr("问题"): problems(told, costs),
        tr("打算"): intentions(told, costs),
    }  # fmt: skip
    grades, rules_due, months = parted(book, snapshot, "grade"), ruled(book, snapshot), monthly(book)
    tables = _tables(book, [*grades, whole_school(book)], rules_due, months)
    return said | tables | _charts(book, snapshot, grades, rules_due, months)


def _tables(book: Book, grades: Lines, rules_due: Lines, months: Months) -> dict[str, Fact]:
    heads = (tr("年级"), tr("学生"), tr("留守"), tr("女童"), tr("单亲"), tr("双亲"), tr("寄宿"), tr("占比"))
    due = (tr("事项"), tr("该做"), tr("做了"), tr("没做"), tr("做到"), tr("上学期"))
    kinds = (tr("月份"), tr("通话"), tr("谈心"), tr("家访"), tr("照料人"), tr("父母"))
    return {tr("各年级"): _named(heads, grades), tr("各项规则"): _named(due, rules_due),
            tr("各月"): _named(kinds, _months(book, months))}  # fmt: skip


def _months(book: Book, counted: Months) -> list[tuple[Value, ...]]:
    """Every month with a contact, and all of them."""
    months: list[tuple[Value, ...]] = [
        (tr("{0}年{1}月").format(year, month), *counts) for year, month, counts in counted
    ]
    whole = [book.figures[f"contact.{kind}"].value for kind in MONTHLY]
    return [*months, (tr("合计"), *whole)] if months else []


def _named(heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> Fact:
    return [dict(zip(heads, (str(one) if one != "" else tr("没有") for one in row), strict=True)) for row in rows]


def _charts(book: Book, snapshot: Snapshot, grades: Lines, due: Lines, months: Months) -> dict[str, Fact]:
    called = [term_words.title(book.figures[f"contact.{kind}"], snapshot, book.on) for kind in MONTHLY]
    by_kind = [(name, tuple(counts[place] for _year, _month, counts in months)) for place, name in enumerate(called)]
    drawn = {
        tr("年级图"): Bars(_labels(grades), (_series(tr("在校学生"), grades, 1), _series(tr("留守儿童"), grades, 2))),
        tr("规则图"): Bars(_labels(due), (_series(tr("该做"), due, 1), _series(tr("做了"), due, 2)), lying=True),
        tr("月份图"): Bars(tuple(tr("{0}月").format(month) for _year, month, _counts in months),
                         tuple(one for one in by_kind if any(one[1]))),
    }  # fmt: skip
    return {name: picture(bars) if bars.most else NONE for name, bars in drawn.items()}


def _labels(rows: Sequence[Sequence[Value]]) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in rows)


def _series(name: str, rows: Sequence[Sequence[Value]], column: int) -> tuple[str, tuple[int, ...]]:
    return name, tuple(int(str(row[column])) for row in rows)
