"""What the lines and columns of the statistics are called, and what became of their cross-sums, in the forms' words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.statistics import ALL, CIVIL, REGISTER, Check, Head, Sum, Table

WORDED = ("cause", "care", "condition", "aids")
"""Groups whose parts are the form's own words (`app.guardianship`, `app.children.AIDS`)."""
NUMERALS = "一二三四五六七八九"


def _tr(text: str) -> str:
    return QCoreApplication.translate("FigureWords", text)


def meaning_word(meaning: str) -> str:
    """学籍口径 or 民政口径."""
    return {REGISTER: _tr("学籍口径"), CIVIL: _tr("民政口径")}[meaning]


def basis(meaning: str) -> str:
    """The 统计口径 of the form's head."""
    return {
        REGISTER: _tr("统计口径：学籍（外出三个月以上）"),
        CIVIL: _tr("统计口径：民政（国发〔2016〕13号）"),
    }[meaning]


def group_word(group: str) -> str:
    """The upper head of a group: 谁外出, 一年级, 0—5 岁."""
    if group.isdigit():
        return _tr("{0}年级").format(NUMERALS[int(group) - 1])
    return {
        ALL: _tr("合计"), "away": _tr("谁外出"), "carer": _tr("谁带"), "boarding": _tr("住宿"),
        "household": _tr("户籍"), "health": _tr("健康"), "cause": _tr("留守原因"), "care": _tr("实际照料"),
        "condition": _tr("监护情况"), "aid": _tr("救助保障"), "aids": _tr("其中（人次）"),
        "0-5": _tr("0—5 岁"), "6-13": _tr("6—13 岁"), "14-16": _tr("14—16 岁"), "age": _tr("年龄或性别"),
    }[group]  # fmt: skip


def part_word(head: Head) -> str:
    """The lower head: 只父亲外出, 男, 小计, 未采集."""
    if head.group in WORDED and head.part:
        return head.part
    if head.part in (ALL, "男", "女") or (head.part == "" and (head.group.isdigit() or head.group == ALL)):
        whole = _tr("合计") if head.group == ALL else _tr("小计")
        return {ALL: whole, "男": _tr("男"), "女": _tr("女"), "": _tr("未填")}[head.part]
    return _parts().get((head.group, head.part), _tr("未采集"))


def _parts() -> dict[tuple[str, str], str]:
    return {
        (ALL, "pupils"): _tr("在校学生"), (ALL, "left"): _tr("留守儿童合计"),
        ("away", "both"): _tr("父母都外出"), ("away", "father"): _tr("只父亲外出"),
        ("away", "mother"): _tr("只母亲外出"),
        ("carer", "grandparents"): _tr("祖父母外祖父母"), ("carer", "parent"): _tr("在家的父或母"),
        ("carer", "relatives"): _tr("其他亲戚"), ("carer", "others"): _tr("其他人或无人"),
        ("boarding", "boards"): _tr("寄宿"), ("boarding", "day"): _tr("走读"),
        ("household", "rural"): _tr("农村户籍"), ("household", "urban"): _tr("非农村户籍"),
        ("health", "healthy"): _tr("健康"), ("health", "weak"): _tr("一般或较弱"), ("health", "serious"): _tr("重病"),
        ("health", "chronic"): _tr("慢性病"), ("health", "disabled"): _tr("残疾"), ("health", "other"): _tr("其他"),
        ("aid", "aided"): _tr("有救助（人数）"), ("aid", "none"): _tr("无"),
    }  # fmt: skip


def folded(word: str) -> list[str]:
    """A head of more than three characters on two lines, as the form has it."""
    breaks = {4: 2, 5: 3, 6: 4 if word.startswith("留守") else 3, 7: 3}
    place = 2 if word.startswith("父母") else breaks.get(len(word), 0)
    return [word[:place], word[place:]] if place else [word]


def column_lines(head: Head) -> list[str]:
    """A column's own words on one or two lines, for a narrow head."""
    return [_tr("年龄性别"), _tr("未采集")] if head.group == "age" else folded(part_word(head))


def line_word(head: Head) -> str:
    """Which pupils a line counts: 一年级男, 全校, 健康：残疾."""
    sex = "" if head.part == ALL else part_word(head)
    if head.group == ALL:
        return _tr("全校{0}").format(sex)
    return f"{group_word(head.group)}{sex}" if head.group.isdigit() else f"{group_word(head.group)}：{sex}"


def column_word(head: Head) -> str:
    """What a column counts: 只父亲外出, 住宿未采集, 6—13 岁男, 在校学生."""
    if head.group == ALL or (head.part and head.group in ("away", "carer", "boarding")):
        return part_word(head)
    return group_word(head.group) + ("" if head.part == ALL else part_word(head))


def verdict(difference: int) -> str:
    """相符, or by how much it is out."""
    return _tr("相符") if difference == 0 else _tr("不符，差 {0}").format(difference)


def sum_word(table: Table, one: Sum) -> str:
    """2栏=3+4+5+6栏; 一年级小计=男+女; 健康各行相加=合计."""
    if one.across:
        return _tr("{0}栏={1}栏").format(one.total + 1, "+".join(str(part + 1) for part in one.parts))
    total, parts = table.lines[one.total], [table.lines[part] for part in one.parts]
    if table.meaning == CIVIL:
        return _tr("{0}各行相加=合计").format(group_word(parts[0].group)) if parts else ""
    if parts and parts[0].group == total.group:
        whole = part_word(total) if total.group == ALL else group_word(total.group) + part_word(total)
        return f"{whole}=" + "+".join(part_word(part) for part in parts)
    return _tr("合计{0}=各年级{0}相加").format("" if total.part == ALL else part_word(total))


def check_word(table: Table, check: Check) -> str:
    """The cross-sum and what became of it: 2栏=3+4+5+6栏 相符."""
    if check.sum is not None:
        return f"{sum_word(table, check.sum)} {verdict(check.difference)}"
    what = {
        "total": _tr("在校学生"), "left_behind": _tr("留守儿童"), "both_away": _tr("双亲留守"),
        "one_away": _tr("单亲留守"), "civil": _tr("民政口径"), "civil_unknown": _tr("待核实"),
    }[check.what]  # fmt: skip
    return _tr("{0}与名册 {1}").format(what, verdict(check.difference))


def apart_word(reason: str) -> str:
    """Why a child cannot be counted by civil affairs' meaning yet."""
    return {
        "household_blank": _tr("户口性质没填"),
        "household_unclear": _tr("户口性质看不出是不是农村"),
        "claim_one": _tr("学籍表只写单亲留守，没有核对谁在外"),
        "nothing": _tr("不知道父母在哪里"),
    }[reason]


def notes(table: Table, today: date, *, of_carers: bool = True) -> list[str]:
    """What whoever reads the numbers has to know: who is not in them, what is guessed, what has no date."""
    said = []
    if table.meaning == CIVIL:
        total = sum(len(ids) for _reason, ids in table.apart)
        reasons = _tr("，").join(_tr("{0} {1} 人").format(apart_word(why), len(ids)) for why, ids in table.apart)
        apart = _tr("另有待核实 {0} 人不在表内：{1}。").format(total, reasons)
        said.append(apart if total else _tr("没有待核实的孩子。"))
    if table.guessed and of_carers:
        of = _tr("谁带") if table.meaning == REGISTER else _tr("实际照料")
        said.append(_tr("“{0}”有 {1} 人是按登记的家庭成员推定的，还没有核对。").format(of, len(table.guessed)))
    if table.day < today:
        what = _tr("住宿") if table.meaning == REGISTER else _tr("户籍、健康、住宿、监护能力和救助")
        said.append(_tr("{0}没有登记日期，按现在的资料统计。").format(what))
    return said


def mismatches(table: Table, checks: Sequence[Check]) -> list[str]:
    """Everything that does not add up, in words; empty when all is well."""
    return [check_word(table, check) for check in checks if not check.agrees]
