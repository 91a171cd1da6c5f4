"""What the page of the rooms says: rooms and what they lack, hours, days of the log."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import rooms as kinds
from app.opening_log import AHEAD, CLOSED, HOLIDAY, MISSING, OPEN, TODAY, RoomDay, Stretch
from app.periods import holds
from app.rooms import HOLIDAYS, LEAST_AREA, Due, Hours, Room
from app.terms import term_title
from ui.calendar.words import WEEKDAYS, day_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("rooms", text)


def kind_words() -> dict[str, str]:
    """What each kind of room is called; also the name it is given at first (REQ 10.17)."""
    return {
        kinds.HOME: _tr("留守儿童之家"), kinds.MUSIC: _tr("音乐活动室"), kinds.SPORT: _tr("体育活动室"),
        kinds.ART: _tr("美术活动室"), kinds.READING: _tr("图书阅览室"), kinds.TALK: _tr("谈心室"),
        kinds.OTHER: _tr("其他"),
    }  # fmt: skip


def standard_rooms() -> list[tuple[str, str]]:
    """The home and its five rooms: (name, kind)."""
    return [(word, kind) for kind, word in kind_words().items() if kind != kinds.OTHER]


def gap_words() -> dict[str, str]:
    """What a room lacks against the standard, by `app.rooms.gaps`."""
    least = f"{LEAST_AREA:g}"
    return {
        "area_unknown": _tr("面积还没量"), "small": _tr("面积不到 {0} 平方米").format(least),
        "classroom_unknown": _tr("是不是教室还没填"), "classroom": _tr("还在当教室用"),
        "safe_unknown": _tr("房子安全不安全还没查"), "unsafe": _tr("房子不安全"),
        "sign_unknown": _tr("挂没挂牌子还没填"), "no_sign": _tr("没有挂牌子"), "no_keeper": _tr("没有负责人"),
        "rules_unknown": _tr("制度上没上墙还没填"), "no_rules": _tr("制度没有上墙"), "no_hours": _tr("没有定开放时间"),
    }  # fmt: skip


def weekday_word(weekday: int) -> str:
    """周一 … 周日, 放假."""
    return _tr("放假") if weekday == HOLIDAYS else _tr("周{0}").format(WEEKDAYS[weekday])


def span_word(first: str, last: str) -> str:
    """16:00—17:30; 16:00 起."""
    return f"{first}—{last}" if last else _tr("{0} 起").format(first) if first else ""


def spans_text(spans: Iterable[tuple[str, str]]) -> str:
    """12:30—13:20，16:00—17:30: as it is typed."""
    return "，".join(f"{first}—{last}" if last else first for first, last in spans)


def hours_words(hours: Iterable[Hours], day: date) -> str:
    """周一至周五 16:00—17:30，放假 9:00—11:00: what holds on that day."""
    by_span: dict[str, list[int]] = {}
    for weekday in range(HOLIDAYS + 1):
        mine = sorted((one for one in hours if one.weekday == weekday and holds(one, day)), key=lambda h: h.from_time)
        if mine:
            said = "、".join(span_word(one.from_time, one.until_time) for one in mine)
            by_span.setdefault(said, []).append(weekday)
    return "，".join(f"{_weekdays(days)} {said}" for said, days in by_span.items())


def _weekdays(days: Sequence[int]) -> str:
    plain = [day for day in days if day != HOLIDAYS]
    if len(plain) > 2 and plain == list(range(plain[0], plain[-1] + 1)):
        said = _tr("周{0}至周{1}").format(WEEKDAYS[plain[0]], WEEKDAYS[plain[-1]])
    else:
        said = _tr("周{0}").format("、".join(WEEKDAYS[day] for day in plain)) if plain else ""
    return "、".join(part for part in (said, _tr("放假") if HOLIDAYS in days else "") if part)


def place_words(room: Room) -> str:
    """教学楼一楼 102，32 平方米."""
    area = _tr("{0} 平方米").format(f"{room.area_m2:g}") if room.area_m2 is not None else ""
    return "，".join(part for part in (room.place, area) if part)


def stretch_word(stretch: Stretch) -> str:
    """2026—2027学年第一学期; 1月23日—2月28日放假."""
    if stretch.term is not None:
        return term_title(stretch.term.code)
    first, last = stretch.first, stretch.last
    return _tr("{0}月{1}日—{2}月{3}日放假").format(first.month, first.day, last.month, last.day)


def state_word(state: str) -> str:
    """What a day of the log is, in one word."""
    return {
        OPEN: _tr("开了"), CLOSED: _tr("没开"), MISSING: _tr("没记"), TODAY: _tr("今天"), AHEAD: _tr("还没到"),
        HOLIDAY: _tr("放假"),
    }.get(state, _tr("不开"))  # fmt: skip


def cell_word(one: RoomDay) -> str:
    """What stands in a cell: how many came, 没记, 今天, 没开."""
    if one.state == OPEN:
        return str(one.came) if one.came is not None else _tr("开了")
    return state_word(one.state) if one.state in (MISSING, TODAY, CLOSED) else ""


def spoken_day(one: RoomDay, week: int, name: str) -> str:
    """A cell for a screen reader and the line under the log: 第 3 周，9月15日 周二，没记."""
    said = [_tr("第 {0} 周").format(week), day_word(one.day), state_word(one.state)]
    if one.state == OPEN and one.came is not None:
        said.append(_tr("来了 {0} 个孩子").format(one.came))
    said += [part for opening in one.openings for part in (opening.what, opening.closed_why) if part]
    return "，".join([name, *said])


def due_word(due: Due) -> str:
    """16:00 开门."""
    return _tr("{0} 开门").format(due.hours.from_time)


def opening_word(room: Room, day: date) -> str:
    """阅览角 11月19日开放: what undo calls it."""
    return _tr("{0} {1}月{2}日开放").format(room.name, day.month, day.day)


def why_closed() -> list[str]:
    """Reasons that are offered for a room that stayed shut."""
    return [_tr("停电"), _tr("值班老师请假"), _tr("学校有活动"), _tr("天气不好，提前放学"), _tr("房间在修")]


def bad_value(field: str, reason: str) -> str:
    """What is wrong with what was typed, and how to mend it."""
    if reason == "taken":
        return {"name": _tr("已经有一间叫这个名字"), "from_time": _tr("这个时间已经记过一次"),
                "hours": _tr("两段时间重了，分开写")}.get(field, _tr("已经有了"))  # fmt: skip
    if reason == "not_a_time":
        return _tr("写成 16:00—17:30，几段用逗号分开")
    if reason == "too_early":
        return _tr("要比前面的时间晚")
    if reason == "empty":
        return _tr("这一格不能空着")
    if field == "area_m2":
        return _tr("写几平方米，例如 32.5")
    return _tr("写成数字，例如 18") if reason == "not_a_number" else _tr("这样不行，改一改")
