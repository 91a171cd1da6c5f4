"""How the log speaks of a record: its day, with whom, how, and when to come back to it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.care import NOT_REACHED, REACHED, CareRecord
from app.care_ways import TOGETHER, people, way_of
from app.school import Snapshot
from ui.care_words import kind_word, missed_word, way_word, whom_word
from ui.contacts.day_field import day_short

WEEKDAYS = "一二三四五六日"


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


def day_title(day: date, today: date) -> str:
    """今天, 昨天, 周五, 上周五, 11月6日 周五."""
    gone = (today - day).days
    weekday = WEEKDAYS[day.weekday()]
    if gone in (0, 1, 2):
        return (_tr("今天"), _tr("昨天"), _tr("前天"))[gone]
    weeks = (today.toordinal() - today.weekday() - (day.toordinal() - day.weekday())) // 7
    if weeks == 0:
        return _tr("周{0}").format(weekday)
    if weeks == 1:
        return _tr("上周{0}").format(weekday)
    return _tr("{0} 周{1}").format(day_short(day, today), weekday)


def due_words(day: date, today: date) -> tuple[str, str]:
    """(mark, words) of a day to come back on: 过了 3 天, 今天, 明天, 11月27日."""
    left = (day - today).days
    if left < 0:
        return "over", _tr("过了 {0} 天").format(-left)
    if left <= 1:
        return ("today", _tr("今天")) if left == 0 else ("soon", _tr("明天"))
    return "wait", day_short(day, today)


def with_words(record: CareRecord, snapshot: Snapshot) -> str:
    """妈妈 麻秀云, 爸妈一起; of what is done with the child alone, who did it: 张敏老师."""
    if record.relation:
        if record.relation == TOGETHER or len(record.participants) != 1:
            return whom_word(record.relation)
        child = snapshot.children.get(record.participants[0].child_id)
        named = [one for one in people(child, record.relation) if one.name] if child else []
        return f"{whom_word(record.relation)} {named[0].name}" if len(named) == 1 else whom_word(record.relation)
    return staff_words(record, snapshot)


def staff_words(record: CareRecord, snapshot: Snapshot) -> str:
    """张敏老师; "" for nobody."""
    found = next((one.name for one in snapshot.staff if one.id == record.staff_id), "")
    return _tr("{0}老师").format(found) if found else ""


def way_words(record: CareRecord) -> str:
    """视频, 语音, 没通 of a call; of the others what it was: 谈心, 家访, 家里没人."""
    if record.kind == "family_call":
        return way_word(record.kind, way_of(record.kind, record.medium, record.outcome))
    return kind_word(record.kind) if record.outcome == REACHED else missed_word(record.kind)


def way_mark(record: CareRecord) -> str:
    """The mark of the call cell; "" where words are enough."""
    if record.outcome == NOT_REACHED:
        return "missed"
    if record.kind == "family_call":
        return "video" if record.medium == "视频" else "voice"
    return ""


def told_words(record: CareRecord) -> str:
    """What was said; of a confidential record that it is one."""
    if record.confidential:
        return _tr("保密，打开要写原因")
    remark = record.participants[0].remark if len(record.participants) == 1 else ""
    return _tr("；").join(part for part in (record.summary, remark) if part)
