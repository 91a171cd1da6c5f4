"""A rule of care in words that a teacher understands: whom it is for, who does it, how often, by when, and why."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.care_rules import (
    CHILD,
    CLASS,
    CLASS_TEACHER,
    COMMON,
    FULL,
    KEEPER,
    LAST_DAY,
    LAST_SCHOOL_DAY,
    MENTOR,
    MINIMAL,
    OFFICE,
    CareRule,
)
from app.days import on_paper
from app.festivals import NAMES
from app.rule_load import Load
from app.values import BadValue
from app.windows import FORTNIGHT, MONTH, TERM, THIRD, WEEK, YEAR
from ui.sentences import rule_word

NUMBERS = "一二三四五六七八九"


def _tr(text: str) -> str:
    return QCoreApplication.translate("rules", text)


def column(key: str) -> str:
    """What the columns of the table are called."""
    return {
        "table": _tr("关爱规则"), "rule": _tr("做什么，对谁"), "often": _tr("多久一次，最晚哪天"),
        "owner": _tr("谁来做"), "load": _tr("多少"), "source": _tr("依据"), "unused": _tr("没在用"),
        "before": _tr("现在"), "after": _tr("改成"), "what": _tr("做什么"), "preview": _tr("换了以后有什么不同"),
    }[key]  # fmt: skip


def preset_word(name: str) -> str:
    """最低, 常用, 完整."""
    return {MINIMAL: _tr("最低"), COMMON: _tr("常用"), FULL: _tr("完整")}[name]


def counted() -> tuple[str, str, str]:
    """How many rules come, change and go."""
    return _tr("加 {0} 条"), _tr("改 {0} 条"), _tr("停 {0} 条")


def owner_word(owner: str) -> str:
    """Who does it."""
    return {
        CLASS_TEACHER: _tr("班主任"), MENTOR: _tr("代理家长"), KEEPER: _tr("活动室负责人"), OFFICE: _tr("办公室"),
    }[owner]  # fmt: skip


def whom_word(rule: CareRule) -> str:
    """For whom: 每个留守儿童, 三年级起的留守儿童, 每个班, 全校."""
    if rule.whom == CHILD:
        if rule.with_plan:
            return _tr("有帮扶计划的孩子")
        return _tr("{0}年级起的留守儿童").format(grade(rule.grade_from)) if rule.grade_from > 1 else _tr("每个留守儿童")
    return _tr("每个班") if rule.whom == CLASS else _tr("全校")


def grade(number: int) -> str:
    """三 for 3."""
    return NUMBERS[number - 1]


def span_word(span: str, third: int = 0) -> str:
    """The window: 每周, 每两周, 每月, 期初, 每学期 …"""
    if span == THIRD:
        return (_tr("期初、期中、期末各"), _tr("期初"), _tr("期中"), _tr("期末"))[third]
    return {
        WEEK: _tr("每周"), FORTNIGHT: _tr("每两周"), MONTH: _tr("每月"), TERM: _tr("每学期"), YEAR: _tr("每学年"),
    }[span]  # fmt: skip


def each_third() -> str:
    """How the choice of every third of the term is called."""
    return _tr("期初、期中、期末")


def often_word(rule: CareRule) -> str:
    """每周 1 次, 期初、期中、期末各 1 次."""
    return _tr("{0} {1} 次").format(span_word(rule.span, rule.third), rule.needed)


def by_word(rule: CareRule) -> str:
    """最晚周日."""
    return _tr("最晚{0}").format(deadline_word(rule))


def coming_word(later: CareRule, now: CareRule | None, today: date) -> str:
    """12月1日起每月 1 次: a change that is still ahead."""
    assert later.from_day is not None
    often = often_word(later)
    same = now is not None and often_word(now) == often
    return _tr("{0}起{1}").format(day_word(later.from_day, today), owner_word(later.owner) if same else often)


def ending_word(day: date, today: date) -> str:
    """12月1日起不用."""
    return _tr("{0}起不用").format(day_word(day, today))


def deadline_word(rule: CareRule) -> str:
    """By when: 周五（最后一个上课日）, 周日, 月底, 6月1日."""
    return date_choice(rule.by_date) if rule.by_date else deadline_choice(rule.span, rule.deadline)


def date_choice(by_date: str) -> str:
    """A day of the school year: 6月1日, 中秋节前."""
    if by_date in NAMES:
        return _tr("{0}前").format(by_date)
    month, day = map(int, by_date.split("-"))
    return _tr("{0}月{1}日").format(month, day)


def deadline_choice(span: str, deadline: str) -> str:
    """What a deadline of a window of that length is called."""
    last = {
        WEEK: _tr("周日"), FORTNIGHT: _tr("第二周的周日"), MONTH: _tr("月底"), THIRD: _tr("当期最后一天"),
        TERM: _tr("学期最后一天"), YEAR: _tr("学年最后一天"),
    }  # fmt: skip
    school = {
        WEEK: _tr("当周最后上课日"), FORTNIGHT: _tr("两周最后上课日"), MONTH: _tr("当月最后上课日"),
        THIRD: _tr("当期最后上课日"), TERM: _tr("学期最后上课日"), YEAR: _tr("学年最后上课日"),
    }  # fmt: skip
    return {LAST_DAY: last, LAST_SCHOOL_DAY: school}[deadline][span]


def terms_word(rule: CareRule | None) -> str:
    """The whole of a rule but its name: 每周 1 次，代理家长，最晚周日."""
    if rule is None:
        return _tr("不用")
    words = [often_word(rule), owner_word(rule.owner), by_word(rule)]
    if rule.grade_from > 1:
        words.insert(1, whom_word(rule))
    return "，".join(words)


def change_word(before: CareRule, after: CareRule) -> str:
    """Only what differs: 每月 1 次 → 每周 1 次."""
    pairs = [(often_word(before), often_word(after)), (owner_word(before.owner), owner_word(after.owner)),
             (deadline_word(before), deadline_word(after)), (whom_word(before), whom_word(after))]  # fmt: skip
    return "，".join(f"{old} → {new}" for old, new in pairs if old != new)


def day_word(day: date, today: date) -> str:
    """12月1日; with the year, where it is another than today's."""
    return _tr("{0}月{1}日").format(day.month, day.day) if day.year == today.year else on_paper(day)


def load_word(load: Load) -> str:
    """这个月 244 件，每周大约 61 件."""
    if not load.term:
        return _tr("这学期没有")
    return _tr("这个月 {0} 件，{1}").format(load.month, week_word(load))


def week_word(load: Load) -> str:
    """每周大约 61 件; for what is rarer than once a week: 一学期 8 件."""
    if not load.term:
        return _tr("这学期没有")
    if load.per_week < 1:
        return _tr("一学期 {0} 件").format(load.term)
    return _tr("每周大约 {0} 件").format(round(load.per_week))


def version_word(rule: CareRule, today: date) -> str:
    """From when till when a version holds, and what it asks."""
    start = day_word(rule.from_day, today) if rule.from_day else ""
    end = day_word(rule.until_day, today) if rule.until_day else ""
    if start and end:
        when = _tr("{0}起，到{1}以前").format(start, end)
    elif end:
        when = _tr("{0}以前").format(end)
    else:
        when = _tr("{0}起").format(start) if start else _tr("从开始就是")
    return _tr("{0}：{1}").format(when, terms_word(rule))


def source_word(rule: CareRule) -> str:
    """The plans it is read off: 篇二 2.7，篇十 10.10."""
    found: dict[str, list[str]] = {}
    for item in rule.req.split(", ") if rule.req else ():
        found.setdefault(item.partition(".")[0], []).append(item)
    return "，".join(_tr("篇{0} {1}").format(_chapter(key), "、".join(items)) for key, items in found.items())


def _chapter(number: str) -> str:
    return "十" if number == "10" else grade(int(number))


def change_label(key: str, day: date, today: date) -> str:
    """What undo calls it: 12月1日起改谈心."""
    return _tr("{0}起改“{1}”").format(day_word(day, today), rule_word(key))


def stop_label(key: str, day: date, today: date) -> str:
    """12月1日起不用谈心."""
    return _tr("{0}起不用“{1}”").format(day_word(day, today), rule_word(key))


def start_label(key: str, day: date, today: date) -> str:
    """12月1日起用谈心."""
    return _tr("{0}起用“{1}”").format(day_word(day, today), rule_word(key))


def preset_label(name: str, day: date, today: date) -> str:
    """12月1日起用“完整”这一套规则."""
    return _tr("{0}起用“{1}”这一套规则").format(day_word(day, today), preset_word(name))


def why_word(key: str) -> str:
    """What the plans say, in a sentence."""
    return {
        "family-call": _tr("每月至少给父母打一次电话或写一封信，孩子每月至少和父母通一次话。"),
        "parents-call": _tr("争取每半个月和父母通一次话，父母两周给孩子打一次电话。"),
        "talk": _tr("代理家长每周至少和孩子谈一次心：学习、生活、情绪、朋友、身体。"),
        "carer": _tr("每月至少和照料孩子的人联系一次。"),
        "mentor-parents": _tr("代理家长每月至少和父母联系一次。"),
        "visit": _tr("每学期每个孩子家里至少走访一次，班主任去。"),
        "visit-thirds": _tr("班主任在期初、期中、期末各家访一次。"),
        "visit-mentor": _tr("代理家长每学期至少家访一次。"),
        "letter": _tr("从中年级起，每学期给父母写一封信。"),
        "activity": _tr("每个孩子每周至少参加一次关爱活动。"),
        "plan-review": _tr("帮扶计划隔一段看一次做到哪一步。"),
        "survey": _tr("每学期开学由班主任调查，建立或更新档案。"),
        "health": _tr("请医务人员每年体检一次，建健康档案。"),
        "parents-meeting": _tr("每学期开一次家长会，开学的班会上了解谁在带孩子。"),
        "training": _tr("监护人培训每学期至少两次。"),
        "forum": _tr("每学期至少开两次留守儿童座谈会。"),
        "lecture": _tr("每学期一两次安全和法治讲座。"),
        "award": _tr("六一前后表彰品学兼优的留守儿童。"),
    }[key]


def refusal(error: BadValue) -> str:
    """Why a rule cannot be so."""
    return {
        "owner": _tr("这一条不能由他来做，换一个。"),
        "needed": _tr("次数太多了，写小一点。"),
        "third": _tr("期初、期中、期末只能和每期一起选。"),
    }.get(error.field, _tr("这一条这样写不行，看看哪一格不对。"))
