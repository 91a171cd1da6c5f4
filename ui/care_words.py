"""What the ledger of care calls things: kinds, ways, moods, with whom."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.care_ways import TOGETHER, Way
from app.days import on_paper
from app.kinship import spoken_relation


def _tr(text: str) -> str:
    return QCoreApplication.translate("care", text)


def day_short(day: date, today: date) -> str:
    """11月24日, with the year where it is not this one."""
    return f"{day.month}月{day.day}日" if day.year == today.year else on_paper(day)


def kind_word(kind: str) -> str:
    """A kind of care as the office calls it."""
    return {
        "family_call": _tr("亲情电话"), "letter": _tr("书信"), "talk": _tr("谈心"), "home_visit": _tr("家访"),
        "carer_contact": _tr("联系照料人"), "parent_contact": _tr("联系父母"), "hotline": _tr("家长来电"),
        "guardian_training": _tr("监护人培训"), "parents_meeting": _tr("家长会"), "forum": _tr("座谈会"),
        "lecture": _tr("讲座"), "class_meeting": _tr("主题班会"), "activity": _tr("活动"),
        "counselling": _tr("心理辅导"), "festival_visit": _tr("节日慰问"), "tutoring": _tr("学习辅导"),
        "plan_review": _tr("看帮扶计划"), "survey": _tr("调查登记"), "health_check": _tr("体检"),
        "award": _tr("表彰"), "peer_report": _tr("帮手汇报"), "work_meeting": _tr("工作会议"),
    }.get(kind, kind)  # fmt: skip


def way_word(kind: str, way: Way) -> str:
    """One choice of 方式: 视频, 没通, 谈了, 没谈成 …"""
    if way.key == "missed":
        return missed_word(kind)
    if way.key == "voice":
        return _tr("语音")
    return way.medium or done_word(kind)


def done_word(kind: str) -> str:
    """That it was done, in one word of its own."""
    return {
        "family_call": _tr("通了"), "letter": _tr("寄了"), "talk": _tr("谈了"), "counselling": _tr("谈了"),
        "home_visit": _tr("去了"), "festival_visit": _tr("去了"), "carer_contact": _tr("联系上了"),
        "parent_contact": _tr("联系上了"), "hotline": _tr("接了"), "tutoring": _tr("辅导了"),
        "health_check": _tr("查了"),
    }.get(kind, _tr("办了"))  # fmt: skip


def missed_word(kind: str) -> str:
    """That it was tried and reached nobody."""
    return {
        "family_call": _tr("没通"), "letter": _tr("没写成"), "talk": _tr("没谈成"), "counselling": _tr("没谈成"),
        "home_visit": _tr("家里没人"), "festival_visit": _tr("家里没人"), "carer_contact": _tr("没联系上"),
        "parent_contact": _tr("没联系上"), "hotline": _tr("没接到"), "tutoring": _tr("没辅导成"),
        "health_check": _tr("没查"),
    }.get(kind, _tr("没办成"))  # fmt: skip


def mood_word(mood: str) -> str:
    """好, 一般, 低落; "" stays ""."""
    return {"good": _tr("好"), "fair": _tr("一般"), "low": _tr("低落")}.get(mood, "")


def whom_word(relation: str) -> str:
    """With whom a record was, as one says it: 爸爸, 奶奶, 爸妈一起."""
    if relation == TOGETHER:
        return _tr("爸妈一起")
    return _tr("和").join(spoken_relation(one) for one in relation.split("、")) if relation else ""


def block_marks(kind: str) -> tuple[str, ...]:
    """Words with which a sentence begins that has a block of its own on the form of that kind: 在家：…; () = none."""
    return {
        "home_visit": (_tr("在家"), _tr("在校"), _tr("家长说"), _tr("办法")), "talk": (_tr("孩子说"), _tr("办法")),
        "counselling": (_tr("孩子说"), _tr("办法")),
    }.get(kind, ())  # fmt: skip


def said_word(kind: str) -> str:
    """What the field for the summary asks."""
    return {
        "family_call": _tr("说了什么"), "letter": _tr("写了什么"), "home_visit": _tr("看到什么，说了什么"),
        "talk": _tr("谈了什么"), "counselling": _tr("谈了什么"), "tutoring": _tr("辅导了什么"),
        "activity": _tr("做了什么"), "festival_visit": _tr("带了什么，说了什么"), "health_check": _tr("查了什么"),
    }.get(kind, _tr("说了什么"))  # fmt: skip
