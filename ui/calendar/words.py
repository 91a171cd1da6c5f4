"""What the calendar says of a day, a week and a term."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.school_calendar import DayShown, Extent, WeekShown
from app.schooldays import OFF, WORK
from app.terms import term_title

WEEKDAYS = "一二三四五六日"


def _tr(text: str) -> str:
    return QCoreApplication.translate("calendar", text)


def day_word(day: date) -> str:
    """11月24日 周二."""
    return _tr("{0}月{1}日 周{2}").format(day.month, day.day, WEEKDAYS[day.weekday()])


def days_word(days: Sequence[date]) -> str:
    """11月24日 周二; 10月1日—7日，7 天."""
    if len(days) == 1:
        return day_word(days[0])
    return _tr("{0}，{1} 天").format(range_word(days[0], days[-1]), len(days))


def range_word(first: date, last: date) -> str:
    """10月1日; 10月1日—7日; 9月28日—10月4日."""
    start = _tr("{0}月{1}日").format(first.month, first.day)
    if first == last:
        return start
    end = _tr("{0}日").format(last.day) if last.month == first.month else _tr("{0}月{1}日").format(last.month, last.day)
    return f"{start}—{end}"


def column_word(place: int) -> str:
    """一 … 日, and the notes beside them."""
    return WEEKDAYS[place] if place < len(WEEKDAYS) else _tr("备注")


def first_of_month(day: date) -> str:
    """9/1 in the narrow cell of a first of the month."""
    return f"{day.month}/{day.day}"


def work_mark() -> str:
    """Beside a made-up day."""
    return _tr("班")


def third_word(third: int) -> str:
    """期初, 期中, 期末."""
    return (_tr("期初"), _tr("期中"), _tr("期末"))[third - 1]


def state_word(one: DayShown) -> str:
    """上课, 放假（国庆节）, 补课, 周末 … and who says so."""
    if not one.inside:
        return _tr("不在学期里")
    if one.is_school:
        said = _tr("补课") if one.kind == WORK and one.is_weekend else _tr("上课")
    else:
        said = _tr("放假") if one.kind == OFF else _tr("周末")
    named = _tr("{0}（{1}）").format(said, one.name) if one.name else said
    return _tr("{0}，学校自己定的").format(named) if one.own is not None else named


def mixed_word(days: Sequence[DayShown]) -> str:
    """3 天上课，4 天不上."""
    at_school = sum(one.is_school for one in days)
    return _tr("{0} 天上课，{1} 天不上").format(at_school, len(days) - at_school)


def festival_word(one: DayShown) -> str:
    """What a festival is good for (REQ 10.6)."""
    return _tr("{0}月{1}日{2}，父母多半回家：家长会、家访可以安排在前后。").format(
        one.day.month, one.day.day, one.festival)  # fmt: skip


def unpublished_word(years: Sequence[int]) -> str:
    """That a year's notice is not known."""
    said = _tr("、").join(_tr("{0}年").format(year) for year in years)
    return _tr("{0}的放假通知还没有，先按法定节日算，没有调休。通知来了照着改。").format(said) if years else ""


def spoken(one: DayShown, week: WeekShown, chosen: bool) -> str:
    """A day for a screen reader: 第 13 周，11月24日 周二，上课."""
    said = [_tr("第 {0} 周").format(week.number), day_word(one.day), state_word(one)]
    if one.festival and one.festival != one.name:
        said.append(one.festival)
    if one.third:
        said.append(_tr("{0}开始").format(third_word(one.third)))
    if chosen:
        said.append(_tr("选中"))
    return "，".join(said)


def notes(week: WeekShown) -> str:
    """What stands beside a week: 期中，国庆节 1—7日，20日补课."""
    said: list[str] = []
    inside = [one for one in week.days if one.inside]
    said += [third_word(one.third) for one in inside if one.third > 1]
    for first, last in _stretches(inside):
        name = first.name or _tr("放假")
        where = str(first.day.day) if first is last else f"{first.day.day}—{last.day.day}"
        said.append(_tr("{0} {1}").format(name, where))
    said += [_tr("{0}日{1}").format(one.day.day, one.name or _tr("补课")) for one in inside
             if one.is_school and (one.name or (one.kind == WORK and one.is_weekend))]  # fmt: skip
    said += [one.festival for one in inside if one.festival and one.festival != one.name]
    return "，".join(dict.fromkeys(said))


def _stretches(days: Sequence[DayShown]) -> list[tuple[DayShown, DayShown]]:
    """Days off in a row that are called the same."""
    found: list[tuple[DayShown, DayShown]] = []
    before: DayShown | None = None
    for one in days:
        if one.kind == OFF and not one.is_school:
            if before is not None and before.kind == OFF and not before.is_school and before.name == one.name:
                found[-1] = (found[-1][0], one)
            else:
                found.append((one, one))
        before = one
    return found


def extent_word(found: Extent) -> str:
    """20 周，94 个上课日."""
    return _tr("{0} 周，{1} 个上课日").format(found.weeks, found.days)


def changed_word(before: Extent, after: Extent) -> str:
    """20 周，93 个上课日（少 1 天）."""
    said = extent_word(after)
    if after.days < before.days:
        return _tr("{0}（少 {1} 天）").format(said, before.days - after.days)
    return _tr("{0}（多 {1} 天）").format(said, after.days - before.days) if after.days > before.days else said


def half_word(code: str) -> str:
    """第一学期."""
    return term_title(code).partition("学年")[2]


def turn_label(days: Sequence[date], kind: str, name: str = "") -> str:
    """What undo calls it: 10月8日放假（运动会）."""
    said = {OFF: _tr("{0}放假"), WORK: _tr("{0}上课")}.get(kind, _tr("{0}照公历")).format(range_word(days[0], days[-1]))
    return _tr("{0}（{1}）").format(said, name) if name else said


def name_label(days: Sequence[date], name: str) -> str:
    """10月8日叫运动会."""
    when = range_word(days[0], days[-1])
    return _tr("{0}叫“{1}”").format(when, name) if name else _tr("{0}不另外叫什么").format(when)
