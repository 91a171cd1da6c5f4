"""两个数为什么不一样 in Excel: child by child, by reason, with the sums that lead to both numbers."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.differences import balance, differences
from app.sheets import Column, SheetOut, Value
from app.statistics import Statistics
from ui.difference_words import kind_word, reason_word
from ui.figure_words import verdict
from ui.sentences import why_civil, why_register


def _tr(text: str) -> str:
    return QCoreApplication.translate("DifferenceSheet", text)


def difference_sheet(found: Statistics, school: str) -> SheetOut:
    """One line for every child whom the two meanings judge differently or cannot judge yet."""
    columns = (
        Column((_tr("序号"),), 12.0), Column((_tr("姓名"),), 26.0), Column((_tr("性别"),), 12.0),
        Column((_tr("班级"),), 24.0), Column((_tr("学籍口径"),), 100.0, "left"),
        Column((_tr("民政口径"),), 100.0, "left"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    heads: list[int] = []
    number = 0
    for group in differences(found.rows):
        heads.append(len(rows))
        words = _tr("{0}：{1}，{2} 人").format(kind_word(group.kind), reason_word(group), len(group.rows))
        rows.append((words, *[""] * (len(columns) - 1)))
        for row in group.rows:
            number += 1
            rows.append((number, row.name, row.sex, row.class_name, _bare(why_register(row.verdict)),
                         _bare(why_civil(row.civil))))  # fmt: skip
    return SheetOut(
        name=_tr("两个数的不同"),
        title=_tr("{0}留守儿童两种口径人数说明").format(school),
        columns=columns,
        rows=tuple(rows),
        left_note=_tr("填报单位（盖章）：{0}").format(school),
        right_note=_tr("截止日期：{0}").format(on_paper(found.day)),
        sections=frozenset(heads),
        ruled=frozenset(heads[1:]),
        notes=tuple(sums(found)),
        signatures=(_tr("单位负责人（签名）："), _tr("审核人（签名）："), _tr("填表人（签名）：")),
        boxed=True,
    )


def sums(found: Statistics) -> list[str]:
    """How both numbers come about, each with what adding up has shown."""
    parts, counts = balance(found.rows), found.counts
    lines = (
        (_tr("学籍口径 {0} 人 = 两边都算 {1} 人 + 学籍算、民政不算 {2} 人 + 学籍算、民政待核实 {3} 人"),
         (counts.left_behind, parts.both, parts.register_only, parts.register_open)),
        (_tr("民政口径 {0} 人 = 两边都算 {1} 人 + 民政算、学籍不算 {2} 人"),
         (counts.civil, parts.both, parts.civil_only)),
        (_tr("待核实 {0} 人 = 学籍算的 {1} 人 + 学籍不算的 {2} 人"),
         (counts.civil_unknown, parts.register_open, parts.open)),
    )  # fmt: skip
    return [f"{words.format(*numbers)}　{verdict(numbers[0] - sum(numbers[1:]))}" for words, numbers in lines]


def _bare(sentence: str) -> str:
    """Without the full stop, which would stand alone on a second line."""
    return sentence.removesuffix("。")


def file_name(school: str, day: date) -> str:
    """The name to suggest; names of files do not say 留守 (rules.md)."""
    return _tr("{0}两种口径人数说明（截至{1}）.xlsx").format(school, on_paper(day))
