"""How the page 今日 says things: an item, its day, its group, and the finding of the whole day."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.breaks import SUMMER, WINTER, Break
from app.care_rules import CareRule
from app.children import Child
from app.dialling import calls
from app.kinship import spoken_relation
from app.standing import SOON
from app.status import birth_of
from app.today import BIRTHDAY, DONE, EVENT, FOLLOW_UP, HOME, LATE, LATER, NOW, PAPER, WEEK, Item, Plan
from ui.activity_words import title
from ui.agreement_words import kind_word as paper_word
from ui.care_words import kind_word
from ui.gift_words import cover_word
from ui.safety_words import found_words
from ui.sentences import rule_word
from ui.today import home_words

OF_PARENTS = frozenset({"parents-call"})
"""Rules that say what the parents do (REQ 10.11): whoever owes them reminds the parents."""
ICONS = {
    "family_call": "phone", "letter": "mail", "talk": "message-circle", "home_visit": "footprints",
    "carer_contact": "phone", "parent_contact": "phone", "hotline": "phone", "guardian_training": "users",
    "parents_meeting": "users", "forum": "users", "lecture": "users", "class_meeting": "users", "activity": "house",
    "counselling": "message-circle", "festival_visit": "footprints", "tutoring": "book-open",
    "plan_review": "clipboard-check", "survey": "clipboard-check", "health_check": "clipboard-check",
    "award": "clipboard-check", "peer_report": "message-circle",
}  # fmt: skip
ONE = timedelta(days=1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)


# days


def weekday(day: date) -> str:
    """周二."""
    return _tr("周") + _tr("一二三四五六日")[day.weekday()]


def day_words(day: date, today: date) -> str:
    """今天, 明天, 周四, 下周一, 12月8日; 昨天 and 11月18日 behind."""
    steps = (day - today).days
    near = {0: _tr("今天"), 1: _tr("明天"), -1: _tr("昨天")}.get(steps)
    if near is not None:
        return near
    week = (day - ONE * day.weekday() - (today - ONE * today.weekday())).days // 7
    if week == 0:
        return weekday(day)
    return _tr("下") + weekday(day) if week == 1 else date_words(day)


def date_words(day: date) -> str:
    """11月24日."""
    return _tr("{0}月{1}日").format(day.month, day.day)


# an item


def kind_of(item: Item) -> str:
    """The kind of care that settles the item."""
    if item.standing is not None:
        return item.standing.rule.kinds[0]
    if item.record is not None:
        return item.record.kind
    if item.held is not None:
        return item.held.record.kind
    return item.contact.kind if item.contact is not None else "talk"


def icon_of(item: Item) -> str:
    """The item's picture."""
    if item.kind == FOLLOW_UP:
        return "history"
    if item.thing is not None or item.unmended is not None:
        return "house"
    if item.take is not None:
        return "clipboard-check"
    if item.ending is not None or item.problem is not None:
        return "shield-check"
    if item.kind in (BIRTHDAY, PAPER):
        return {BIRTHDAY: "cake", PAPER: "clipboard-check"}[item.kind]
    return ICONS.get(kind_of(item), "message-circle")


def what(item: Item, child: Child | None, today: date) -> str:
    """What is to do: 打电话给妈妈, 家访, 跟进：问奶奶腿伤, 生日，满 10 岁."""
    if item.standing is not None:
        return duty_words(item.standing.rule, child, today)
    if item.record is not None:
        note = "" if item.record.confidential else item.record.follow_up_note.strip()
        return _tr("跟进：{0}").format(note) if note else _tr("跟进{0}").format(kind_word(item.record.kind))
    if item.agreement is not None:
        ended = item.day < today
        return (_tr("{0}到期了") if ended else _tr("{0}快到期")).format(paper_word(item.agreement.kind))
    if item.unmended is not None:
        return found_words(item.unmended.finding)
    if item.thing is not None:
        return home_words.what(item.thing)
    if item.problem is not None:
        return item.problem.what
    if item.take is not None:
        return _tr("盘点还没记账")
    if item.held is not None:
        return title(item.held)
    if item.ending is not None:
        return (_tr("{0}到期了") if item.day < today else _tr("{0}快到期")).format(cover_word(item.ending.policy.first))
    if item.kind == BIRTHDAY and child is not None:
        age = item.day.year - int(birth_of(child)[:4])
        return _tr("生日，满 {0} 岁").format(age)
    return kind_word(kind_of(item))


def duty_words(rule: CareRule, child: Child | None, today: date) -> str:
    """What a rule asks, of this child: what it owes of parents is a reminder to them (rules.md)."""
    kind = rule.kinds[0]
    if rule.key in OF_PARENTS:
        return _tr("提醒家长打电话来")
    if child is not None and kind in ("family_call", "carer_contact", "parent_contact"):
        found = next((call for call in calls(child, kind, today) if call.works), None)
        who = spoken_relation(found.kin.relation) if found is not None else ""
        if kind == "family_call":
            return _tr("打电话给{0}").format(who) if who else _tr("和家里通电话")
        return _tr("联系{0}").format(who) if who else kind_word(kind)
    if rule.key in ("visit", "visit-thirds", "visit-mentor", "talk"):
        return kind_word(kind)
    word = rule_word(rule.key)
    return word if word != rule.key else kind_word(kind)


def beneath(item: Item) -> str:
    """The second line: that it was tried, why it was put off, how often it is owed, where it comes from."""
    one = item.standing
    if one is not None:
        if one.attempts:
            return tried_words(one.rule.kinds[0], one.attempts)
        if item.postponed is not None:
            return _tr("{0}，改到{1}").format(item.postponed.reason, date_words(item.postponed.until_day))
        return often_words(one.rule, one.done)
    if item.record is not None:
        return _tr("{0}{1}时记下的").format(date_words(item.record.day), kind_word(item.record.kind))
    if item.agreement is not None:
        return _tr("到 {0}").format(date_words(item.day))
    if item.unmended is not None:
        return item.unmended.finding.measure or _tr("还没说怎么办")
    if item.thing is not None:
        return home_words.beneath(item.thing)
    if item.take is not None:
        return home_words.counting(item.take)
    if item.problem is not None:
        return item.problem.measure or _tr("还没说怎么办")
    if item.held is not None:
        return home_words.where(item)
    if item.ending is not None:
        return item.ending.policy.first.insurer
    return date_words(item.day) if item.kind == BIRTHDAY else ""


def tried_words(kind: str, times: int) -> str:
    """打过 2 次没通，再试一次."""
    pattern = {
        "talk": _tr("找过 {0} 次没谈成，再试一次"), "home_visit": _tr("去过 {0} 次家里没人，再试一次"),
        "letter": _tr("写过 {0} 次没写成，再试一次"),
    }.get(kind, _tr("打过 {0} 次没通，再试一次"))  # fmt: skip
    return pattern.format(times)


def often_words(rule: CareRule, done: int = 0) -> str:
    """每两周一次; of several 每学期 2 次，做了 1 次."""
    span = {
        "week": _tr("每周"), "fortnight": _tr("每两周"), "month": _tr("每月"), "third": _tr("期初期中期末"),
        "term": _tr("每学期"), "year": _tr("每学年"),
    }[rule.span]  # fmt: skip
    if rule.third:
        span = (_tr("期初"), _tr("期中"), _tr("期末"))[rule.third - 1]
    if rule.needed > 1:
        return _tr("{0} {1} 次，做了 {2} 次").format(span, rule.needed, done)
    return _tr("{0}一次").format(span)


def status(item: Item, plan: Plan) -> tuple[str, str, str]:
    """(mark, words, second line) of when it is due."""
    today, day = plan.today, item.day
    if (home := home_words.state(item, today)) is not None:
        return home
    if item.held is not None and day < today:
        return "soon", _tr("办了吗？"), date_words(day)
    if item.held is not None and day == today:
        return "today", _tr("今天"), ""
    if item.when == LATE:
        return "over", _tr("过了 {0} 天").format((today - day).days), _tr("应于 {0}").format(date_words(day))
    if item.when == NOW:
        return "today", _tr("今天"), _tr("改到今天的") if item.postponed is not None else ""
    if item.when == DONE:
        return "done", _tr("做了"), "" if day == today else date_words(day)
    if item.agreement is not None:
        left = (day - today).days
        return "soon", _tr("还有 {0} 天").format(left) if left >= 0 else _tr("到期 {0} 天了").format(-left), ""
    if item.kind == BIRTHDAY:
        return ("today" if day == today else "wait"), day_words(day, today), ""
    soon = item.when == WEEK and item.standing is not None and item.standing.state == SOON
    said, second = day_words(day, today), date_words(day)
    if plan.rest is not None and day == plan.rest.back:
        second = _tr("上课再补")
    return "soon" if soon else "wait", said, "" if second == said else second


def why_not(item: Item, today: date) -> str:
    """What to do about an item that is not recorded here."""
    if item.kind == BIRTHDAY:
        return _tr("打个电话，或者当面说一声生日快乐。通了话、谈了心，Ctrl+N 记一次。")
    if item.when in (HOME, EVENT):
        return home_words.how_settled(item, today)
    if item.agreement is not None:
        return _tr("续签以后，在档案的“签过的协议”里添上新的一份。")
    return _tr("记下了的。写错了，Enter 打开这条记录改，或者 Ctrl+Z 撤回。")


# groups and the finding


def group_words(when: str, plan: Plan) -> tuple[str, str, str]:
    """(title, quiet explanation, mark) of a group by time."""
    rest = plan.rest is not None
    return {
        LATE: (_tr("过期没做"), _tr("先做这些，越久的越靠上"), "over"),
        NOW: (_tr("今天要做"), f"{date_words(plan.today)} {weekday(plan.today)}", "today"),
        WEEK: (_tr("本周还有"), _week_hint(plan), "soon"),
        LATER: (_tr("以后"), _tr("上课以后再做") if rest else _tr("期限在本周以后"), "wait"),
        EVENT: (_tr("计划好的活动"), _tr("到这个星期为止，办了就打开改成“办了”"), "wait"),
        BIRTHDAY: (_tr("本周生日"), _tr("记得说一声"), "wait"),
        PAPER: (_tr("快到期的协议"), _tr("30 天以内"), "soon"),
        HOME: (_tr("活动室和安全"), _tr("没改好的、借出没还、快过期的药和保险、没记账的盘点"), "soon"),
        DONE: (_tr("今天做了"), "", "done"),
    }[when]


def _week_hint(plan: Plan) -> str:
    last = max((one.day for one in plan.of(WEEK)), default=plan.sunday)
    first = min((one.day for one in plan.of(WEEK)), default=plan.today)
    if first == last:
        return day_words(first, plan.today)
    return _tr("{0}到{1}").format(day_words(first, plan.today), day_words(last, plan.today))


def heading(plan: Plan) -> str:
    """The finding: what to do first, or that all of it is done."""
    late, now = plan.count(LATE), plan.count(NOW)
    if plan.rest is not None:
        begun = rest_words(plan.rest)
        return begun + (_tr("有 {0} 件约好的").format(now) if now else _tr("没有要做的"))
    if late:
        return _tr("今天先补 {0} 件过期的").format(late)
    if now:
        return _tr("今天有 {0} 件要做").format(now)
    if on := [title(one.held) for one in plan.of(EVENT) if one.held is not None and one.day == plan.today]:
        return _tr("今天有活动：{0}").format("、".join(on[:2]))
    ahead = plan.next()
    then = _tr("{0}有 {1} 件。").format(day_words(ahead[0], plan.today), ahead[1]) if ahead is not None else ""
    if plan.done_today:
        return _tr("今天的都做完了，{0}").format(then) if then else _tr("今天的都做完了。")
    return _tr("今天没有要做的，{0}").format(then) if then else _tr("今天没有要做的。")


def rest_words(rest: Break) -> str:
    """国庆放假，10月8日上课。"""
    name = {SUMMER: _tr("暑假"), WINTER: _tr("寒假")}.get(rest.name, rest.name.removesuffix(_tr("节")))
    if not rest.is_between_terms:
        name = name if name.endswith((_tr("放假"), _tr("停课"))) else _tr("{0}放假").format(name)
    if rest.back is None:
        return _tr("{0}。").format(name)
    begins = _tr("开学") if rest.is_between_terms else _tr("上课")
    return _tr("{0}，{1}{2}。").format(name, date_words(rest.back), begins)
