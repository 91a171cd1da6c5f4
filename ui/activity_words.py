"""What activities, their states and their parts are called."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.activities import FAILED, HELD, PLANNED, Held
from app.care import WORK_MEETING
from app.enrolment import classes_by_id, name_on
from app.school import Snapshot
from ui.care_words import day_short, kind_word

WEEKDAYS = "一二三四五六日"


def _tr(text: str) -> str:
    return QCoreApplication.translate("activities", text)


def state_word(state: str) -> str:
    """计划里, 办了, 没办成."""
    return {PLANNED: _tr("计划里"), HELD: _tr("办了"), FAILED: _tr("没办成")}[state]


def title(held: Held) -> str:
    """What it is called: its theme, or its kind."""
    return held.theme or kind_word(held.record.kind)


def day_word(day: date, today: date) -> str:
    """11月24日 周二."""
    return _tr("{0} 周{1}").format(day_short(day, today), WEEKDAYS[day.weekday()])


def said_word(kind: str) -> str:
    """What the field for the summary asks."""
    return _tr("议了什么") if kind == WORK_MEETING else _tr("做了什么")


def whole_school() -> str:
    """No class: the school held it."""
    return _tr("全校的")


def nobody() -> str:
    """Nobody is named."""
    return _tr("没写")


def no_room() -> str:
    """None of the home's rooms."""
    return _tr("不用")


def result_word(kind: str) -> str:
    """What the field for the result asks."""
    return _tr("定了什么") if kind == WORK_MEETING else _tr("效果怎样")


def write_up_word(kind: str) -> str:
    """What the long text is."""
    return _tr("会议纪要") if kind == WORK_MEETING else _tr("活动总结，可以登出来的那一篇")


def class_of(held: Held, snapshot: Snapshot) -> str:
    """The class that it was held for, "" for none."""
    found = classes_by_id(snapshot).get(held.record.class_id or 0)
    return name_on(found, held.record.day, snapshot.school.system) if found else ""


def about(held: Held, snapshot: Snapshot, today: date) -> str:
    """主题班会，11月24日 周二 14:30，三（1）班，活动室，23 个孩子."""
    record = held.record
    count = len(record.participants)
    parts = (
        state_word(held.state), kind_word(record.kind), f"{day_word(record.day, today)} {record.from_time}".strip(),
        class_of(held, snapshot), record.place, _tr("{0} 个孩子").format(count) if count else "",
    )
    return "，".join(part for part in parts if part)


def types() -> tuple[str, ...]:
    """Kinds of activity that schools name."""
    return (_tr("文体"), _tr("比赛"), _tr("手工"), _tr("读书"), _tr("节日"), _tr("生日"), _tr("安全法治"), _tr("参观"),
            _tr("社会来访"))  # fmt: skip
