"""A record of care in the words of the timeline: 通话 和爸爸 15 分钟, 没通, 谈心 一般, and what it is drawn with."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.call_weeks import VIDEO_MEDIUM
from app.care import REACHED, CareRecord
from app.timeline import ALL, CALLS, FOLLOW, OTHERS, TALKS, VISITS
from ui.care_words import kind_word, missed_word, mood_word, whom_word

ICONS = {
    "family_call": "phone", "parent_contact": "phone", "carer_contact": "phone", "hotline": "phone",
    "letter": "pencil", "talk": "message-circle", "counselling": "lock", "home_visit": "footprints",
    "festival_visit": "heart-handshake", "tutoring": "book-open", "activity": "house",
    "plan_review": "clipboard-check", "survey": "clipboard-check", "health_check": "clipboard-check",
    "award": "check", "peer_report": "message-circle",
}  # fmt: skip
_WITH_MEDIUM = ("parent_contact", "carer_contact", "letter")
"""Kinds of which it is worth saying how they were done; a call is by voice, all else face to face."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)


def part_word(part: str) -> str:
    """What the segments call a part."""
    return {
        ALL: _tr("全部"), CALLS: _tr("通话"), TALKS: _tr("谈心"), VISITS: _tr("家访"), OTHERS: _tr("其他"),
        FOLLOW: _tr("跟进"),
    }[part]  # fmt: skip


def icon(record: CareRecord) -> str:
    """What stands in the circle."""
    if record.outcome != REACHED and ICONS.get(record.kind) == "phone":
        return "phone-missed"
    return ICONS.get(record.kind, "users")


def title(record: CareRecord) -> str:
    """通话, 没通, 谈心, 家访 …"""
    if record.outcome != REACHED:
        return missed_word(record.kind)
    return _tr("通话") if record.kind == "family_call" else kind_word(record.kind)


def detail(record: CareRecord, classes: Mapping[int, str], children: int) -> str:
    """和妈妈视频 20 分钟, 一般, 全班 23 人."""
    parts = []
    if record.outcome != REACHED:
        parts.append(kind_word(record.kind) if record.kind != "family_call" else "")
        parts.append(_tr("打给{0}").format(whom_word(record.relation)) if record.relation else "")
    else:
        how = record.medium if record.medium == VIDEO_MEDIUM or record.kind in _WITH_MEDIUM else ""
        parts.append(_tr("和{0}{1}").format(whom_word(record.relation), how) if record.relation else how)
        parts.append(_tr("{0} 分钟").format(record.minutes) if record.minutes else "")
    parts.append(mood_word(record.mood))
    if children > 1:
        parts.append(_tr("{0} 个孩子一起").format(children))
    elif record.class_id is not None:
        parts.append(classes.get(record.class_id, ""))
    return " ".join(part for part in parts if part)


def said(record: CareRecord, child_id: int) -> str:
    """What was said; of a confidential one only that it is."""
    if record.confidential:
        return _tr("{0}记录，内容保密").format(_tr("咨询") if record.kind == "counselling" else kind_word(record.kind))
    remark = next((one.remark for one in record.participants if one.child_id == child_id), "")
    return "；".join(part for part in (record.place, record.summary, remark) if part)


def follow_up(record: CareRecord, today: date) -> tuple[str, str]:
    """(mark, words) of what is to be come back to; ("", "") for nothing."""
    if record.follow_up is None:
        return "", ""
    note = "" if record.confidential else record.follow_up_note
    if record.followed_up is not None:
        return "done", _tr("已跟进：{0} {1}").format(day_word(record.followed_up, today), note).strip()
    late = record.follow_up < today
    pattern = _tr("该在{0}跟进 {1}") if late else _tr("{0}前跟进 {1}")
    return "over" if late else "soon", pattern.format(day_word(record.follow_up, today), note).strip()


def day_word(day: date, today: date) -> str:
    """11月17日; the year where it is another than half a year around today."""
    if abs((today - day).days) > 300:
        return _tr("{0}年{1}月{2}日").format(day.year, day.month, day.day)
    return _tr("{0}月{1}日").format(day.month, day.day)
