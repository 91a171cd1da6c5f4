"""What the self-check and the problems found are called: groups, kinds of inspection, states."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.inspection import DRILL, NO, NONE, YES
from app.problems import Problem
from app.self_check import AHEAD, APART, ASKS, FINE, LACKS, MOSTLY, PART
from ui.care_words import day_short


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


def group_words() -> dict[str, str]:
    """The groups of the checklist, in their order."""
    return {
        "opening": _tr("开学工作"), "rules": _tr("组织和制度"), "visits": _tr("家访和五个清楚"),
        "papers": _tr("责任书和协议"), "contact": _tr("家校联系"), "training": _tr("监护人培训"), "safety": _tr("安全"),
        "rooms": _tr("活动室"), "archive": _tr("档案"),
    }  # fmt: skip


def kind_words() -> dict[str, str]:
    """The kinds of inspection that the checklist asks for."""
    return {"opening": _tr("开学"), "fire": _tr("消防"), "food": _tr("食品"), "transport": _tr("交通"),
            "surroundings": _tr("校园周边"), DRILL: _tr("应急演练")}  # fmt: skip


def kind_word(kind: str) -> str:
    """消防; a kind of the office's own as it is written."""
    return kind_words().get(kind, kind)


def kind_of(word: str) -> str:
    """The key of what was typed; what is no kind of the program stays as it is."""
    found = word.strip().removesuffix(_tr("检查"))
    return next((key for key, said in kind_words().items() if said == found), word.strip())


def round_word(kind: str) -> str:
    """消防检查, 应急演练."""
    if kind == DRILL:
        return kind_word(kind)
    said = kind_word(kind)
    return said if said.endswith(_tr("检查")) or not said else _tr("{0}检查").format(said)


def answer_words() -> dict[str, str]:
    """What the office may say of a point."""
    return {YES: _tr("有"), NO: _tr("没有"), NONE: _tr("不用有")}


def state_mark(state: str) -> str:
    """The shape of a state."""
    return {FINE: "done", MOSTLY: "done", PART: "soon", AHEAD: "wait", LACKS: "changed", ASKS: "wait",
            APART: "same"}[state]  # fmt: skip


def state_word(state: str) -> str:
    """A state in a word."""
    return {FINE: _tr("齐了"), MOSTLY: _tr("基本做到"), PART: _tr("还差一些"), AHEAD: _tr("排好了"),
            LACKS: _tr("没有"), ASKS: _tr("没答"), APART: _tr("不用有")}[state]  # fmt: skip


def problem_state(one: Problem, today: date) -> tuple[str, str, str]:
    """(mark, words, second line): 改好了; 过了 3 天; 11月30日前改好; 没定哪天."""
    if not one.is_open(today):
        assert one.closed_on is not None
        return "done", _tr("改好了"), day_short(one.closed_on, today)
    if one.due_on is None:
        return "wait", _tr("没定哪天改好"), ""
    left = (one.due_on - today).days
    if left < 0:
        return "over", _tr("过了 {0} 天").format(-left), _tr("应于 {0}").format(day_short(one.due_on, today))
    said = _tr("今天要改好") if left == 0 else _tr("还有 {0} 天").format(left)
    return "soon" if left <= 3 else "wait", said, day_short(one.due_on, today)


def problem_word(one: Problem) -> str:
    """食堂：灭火器过期."""
    return _tr("{0}：{1}").format(one.place, one.what) if one.place else one.what
