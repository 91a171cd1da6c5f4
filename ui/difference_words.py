"""Why the two official numbers differ, in the school's words: by kind and reason, and how both add up."""

from PySide6.QtCore import QCoreApplication

from app.differences import CIVIL_ONLY, OPEN, REGISTER_ONLY, REGISTER_OPEN, Difference


def _tr(text: str) -> str:
    return QCoreApplication.translate("DifferenceWords", text)


def kind_word(kind: str) -> str:
    """Which of the two counts the children."""
    return {
        REGISTER_ONLY: _tr("学籍算，民政不算"),
        REGISTER_OPEN: _tr("学籍算，民政待核实"),
        CIVIL_ONLY: _tr("民政算，学籍不算"),
        OPEN: _tr("学籍不算，民政待核实"),
    }[kind]


def reason_word(group: Difference) -> str:
    """What these children have in common."""
    if group.kind == CIVIL_ONLY:
        return {
            "override": _tr("学校认定的：学籍不算"),
            "claim": _tr("学籍表写的不是留守"),
            "nothing": _tr("不知道父母在哪里，民政由学校认定"),
        }.get(group.reason, _tr("家里的情况学籍不算，民政由学校认定"))
    return {
        "override": _tr("学校认定的：民政不算"),
        "age": _tr("已满 16 岁"),
        "household": _tr("不是农村户籍"),
        "one_able": _tr("一方外出，另一方在家能照看"),
        "none_away": _tr("核实过家里有父母，学籍由学校认定"),
        "claim_none": _tr("学籍表写的非留守，学籍由学校认定"),
        "household_blank": _tr("户口性质没填"),
        "household_unclear": _tr("户口性质看不出是不是农村"),
        "claim_one": _tr("只有学籍表的单亲留守，没有核对谁在外"),
        "nothing": _tr("不知道父母在哪里"),
    }[group.reason]


def advice(group: Difference) -> str:
    """What settles the open ones; "" where the difference is right as it is."""
    return {
        "household_blank": _tr("填上户口性质就清楚"),
        "household_unclear": _tr("问清是不是农村户籍"),
        "claim_one": _tr("核对父母谁在外、另一方能不能照看"),
        "nothing": _tr("问清父母在哪里"),
    }.get(group.reason, "") if group.kind in (REGISTER_OPEN, OPEN) else ""
