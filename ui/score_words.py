"""What the page of the assessment says: how an item is measured, what lacks, what it would bring."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app import scales
from app.assessment import FIGURE, JUDGED, PAPER, REVIEW, ROUTINE, SELF
from app.measures import split
from app.scales import Scale, points_text
from app.scoring import AHEAD, FULL, GIVEN, WAITS, Scored
from app.values import BadValue
from ui.agreement_words import kind_word as agreement_word
from ui.care_words import kind_word
from ui.inspection_words import round_word
from ui.sentences import rule_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def points_word(halves: int) -> str:
    """2.5 分."""
    return _tr("{0} 分").format(points_text(halves))


def signed_word(halves: int) -> str:
    """扣 0.5 分, 加 1 分."""
    return (_tr("扣 {0} 分") if halves < 0 else _tr("加 {0} 分")).format(points_text(abs(halves)))


def measured_word(measured: str) -> str:
    """How points come about."""
    return {JUDGED: _tr("学校自己打分"), FIGURE: _tr("照数字算"), PAPER: _tr("有材料才得分")}[measured]


def said_measure(key: str) -> str:
    """The same at the head of a sentence: 调查登记（关爱规则）."""
    name, arg = split(key)
    return _tr("{0}（关爱规则）").format(rule_word(arg)) if name == "rule" else measure_word(key)


def mark_word(kind: str) -> str:
    """Whose points they are."""
    return {SELF: _tr("自评"), ROUTINE: _tr("平时检查"), REVIEW: _tr("复核")}[kind]


def measure_word(key: str) -> str:
    """A figure as the office calls it."""
    name, arg = split(key)
    if name == "rule":
        return _tr("关爱规则：{0}").format(rule_word(arg))
    if name == "agreements":
        return _tr("签了{0}的孩子").format(agreement_word(arg))
    if name == "rounds":
        return _tr("安全检查：{0}").format(round_word(arg))
    if name == "count":
        kind, _, number = arg.partition(" ")
        said = _tr("{0}够 {1} 次") if number else _tr("{0}够几次")
        return said.format(kind_word(kind), number)
    if name == "figure":
        return {"follow.done": _tr("办结的跟进"), "gift.insured": _tr("有保险的孩子"),
                "gift.wishes": _tr("实现了的心愿")}.get(arg, arg)  # fmt: skip
    return {
        "pairs": _tr("有代理家长的孩子"), "known": _tr("五样都清楚的孩子"), "plans": _tr("有帮扶计划的孩子"),
        "rooms": _tr("达标的活动室（一家五室）"), "rules_posted": _tr("制度上墙的活动室"),
        "opened": _tr("记了的开放"), "hazards": _tr("整改好的安全隐患"), "mended": _tr("活动室整改好的隐患"),
        "problems": _tr("别处整改好的隐患"),
        "ledger": _tr("账实相符的物品"),
        "equipment": _tr("配够了的物品"), "group": _tr("领导小组"), "keeper": _tr("之家负责人"),
        "plan": _tr("学年工作计划") if arg == "year" else _tr("学期工作计划"),
        "reviewed": _tr("学年总结") if arg == "year" else _tr("学期总结"), "stages": _tr("到期做完的计划步骤"),
        "pictures": _tr("留了照片或材料的活动"),
    }.get(name, key)  # fmt: skip


UNITS = {
    "rule": "次", "pairs": "个", "known": "个", "plans": "个", "agreements": "份", "rooms": "间", "rules_posted": "间",
    "opened": "次", "mended": "处", "ledger": "样", "equipment": "样", "stages": "步", "pictures": "次", "count": "次",
    "problems": "处", "rounds": "次", "hazards": "处",
    "figure": "个",
}  # fmt: skip
"""What is counted, by measure."""


def unit_word(key: str) -> str:
    """次, 个, 间 …; 样 where nothing fits."""
    return _tr(UNITS.get(split(key)[0], "样"))


def scale_sentence(scale: Scale, full: int) -> str:
    """How points follow, in one sentence."""
    if scale.kind == scales.STEPS:
        steps = [_tr("做到 {0}% 得 {1} 分").format(percent, points_text(halves)) for percent, halves in scale.steps]
        return _tr("{0}，再少不得分。").format("，".join(steps))
    if scale.kind == scales.EACH:
        return _tr("齐了得 {0} 分，每缺一样扣 {1} 分，扣完为止。").format(points_text(full), points_text(scale.each))
    if scale.kind == scales.ALL:
        return _tr("齐了得 {0} 分，缺一样不得分。").format(points_text(full))
    return _tr("做到多少得多少，满分 {0} 分，不到半分的不算。").format(points_text(full))


def material_word(one: Scored) -> str:
    """128/192; — where nothing is counted."""
    found = one.found
    return f"{found.done:,}/{found.owed:,}" if found is not None and found.known else "—"


def state_mark(one: Scored) -> str:
    """The shape of its state."""
    if one.state in (FULL,):
        return "done"
    if one.state in (AHEAD, WAITS):
        return "wait"
    if one.state == GIVEN:
        return ""
    return "over" if is_past(one) else "soon"


def is_past(one: Scored) -> bool:
    """Whether what lacks was to be done on a day that is over: the red pen is for nothing else."""
    return split(one.item.measure)[0] in ("opened", "ledger", "mended", "hazards") and one.item.measured == FIGURE


def is_review(key: str) -> bool:
    """Whether it counts the review at the end, for which there is a day but nothing is arranged."""
    return split(key)[0] == "reviewed"


def lack_sentence(one: Scored) -> str:
    """What lacks, without what it would bring; "" where nothing does."""
    if one.found is None or one.state == FULL:
        return ""
    if not one.found.known:
        return unknown_word(one.item.measure)
    if one.found.ahead is not None and is_review(one.item.measure):
        return _tr("学期末写")
    return lacking_word(one) if one.found.lacks and one.counted != one.item.points else ""


def still_word(one: Scored) -> str:
    """What lacks and what it would bring: 还差 64 次，能补 5 分; 88%，到 90% 补 2 分; 材料齐了."""
    found, brings = one.found, points_text(one.gain)
    if one.state == FULL:
        return _tr("满分") if found is None else _tr("材料齐了")
    if one.state == GIVEN:
        return given_word(one).partition(_tr("："))[0]
    if one.state == WAITS:
        return _tr("还没打分，最多 {0} 分").format(brings)
    assert found is not None
    if not found.known:
        return _tr("{0}，能补 {1} 分").format(unknown_word(one.item.measure), brings)
    if found.ahead is not None and is_review(one.item.measure):
        return _tr("学期末写，再加 {0} 分").format(brings)
    if found.ahead is not None:
        return _tr("{0}月{1}日排好了，再加 {2} 分").format(found.ahead.month, found.ahead.day, brings)
    if one.scale.kind == scales.STEPS:
        percent, more = one.scale.next_step(one.item.points, found.done, found.owed) or (100, one.gain)
        more = min(more, one.gain)
        # What is just below the next step must not read as if it were reached.
        return _tr("{0}%，到 {1}% 补 {2} 分").format(min(found.percent, percent - 1), percent, points_text(more))
    return _tr("{0}，能补 {1} 分").format(lacking_word(one), brings)


def lacking_word(one: Scored) -> str:
    """还差 64 次, 6 个没结对, 2 样对不上: what lacks, in the words of its measure."""
    assert one.found is not None
    return short_word(one.item.measure if one.item.measured == FIGURE else "paper", one.lacking)


def short_word(key: str, count: int) -> str:
    """The same for so many of a measure."""
    return {
        "pairs": _tr("{0} 个孩子没结对"), "known": _tr("{0} 个孩子没问清楚"), "plans": _tr("{0} 个孩子没计划"),
        "agreements": _tr("{0} 个孩子没签"),
        "rooms": _tr("{0} 间没达标"), "rules_posted": _tr("{0} 间没上墙"), "opened": _tr("{0} 次该开没记"),
        "mended": _tr("{0} 处没整改"), "hazards": _tr("{0} 处没整改"), "ledger": _tr("{0} 样对不上"),
        "equipment": _tr("{0} 样没配够"),
        "stages": _tr("{0} 步到期没做完"), "pictures": _tr("{0} 次活动没照片"),
        "figure": _tr("还差 {0} 个"), "group": _tr("领导小组还不全"), "keeper": _tr("之家还没有负责人"),
        "plan": _tr("还没有写计划"), "reviewed": _tr("还没有写总结"), "paper": _tr("还差 {0} 份材料"),
        "rounds": _tr("这学期还没查过"), "problems": _tr("{0} 个问题没改好"),
    }.get(split(key)[0], _tr("还差 {0} 次")).format(count)  # fmt: skip


def unknown_word(key: str) -> str:
    """Why nothing can be counted."""
    return {
        "rule": _tr("关爱规则里没有这一条"), "rules_posted": _tr("还没有活动室"), "opened": _tr("还没定开放时间"),
        "mended": _tr("这学期还没查过安全"), "ledger": _tr("台账还是空的"), "stages": _tr("计划里还没有分步"),
        "problems": _tr("这学期还没查过安全"), "hazards": _tr("这学期还没查过安全"),
    }.get(split(key)[0], _tr("还没选照哪个数字算"))  # fmt: skip


def given_word(one: Scored) -> str:
    """What a person took off, with the reason: 平时检查扣 0.5 分：抽查两份…"""
    mark = one.own if one.own is not None and one.own.points < one.item.points else None
    mark = mark or next((each for each in reversed(one.routine) if each.points < 0), one.own)
    if mark is None:
        return ""
    if mark.kind == ROUTINE:
        said = _tr("平时检查{0}").format(signed_word(one.added))
    else:
        said = _tr("自评 {0} 分").format(points_text(mark.points))
    return _tr("{0}：{1}").format(said, mark.reason) if mark.reason else said


def counted_sentence(one: Scored) -> str:
    """How the points of an item came about: 谈心：该做 743 次，做了 677 次，91%。"""
    found = one.found
    if found is None:
        return _tr("这一项学校自己打分。")
    if one.item.measured == PAPER:
        return _tr("要有 {0} 份材料，挂上了 {1} 份。").format(found.owed, found.done)
    what = said_measure(one.item.measure)
    if not found.known:
        return _tr("{0}：{1}，先不得分。").format(what, unknown_word(one.item.measure))
    if not found.owed:
        return _tr("{0}：还没有要做的，先按满分。").format(what)
    unit = unit_word(one.item.measure)
    return _tr("{0}：该有 {1} {4}，有了 {2} {4}，{3}%。").format(what, found.owed, found.done, found.percent, unit)


def sum_sentence(one: Scored) -> str:
    """照数字得 6 分，平时检查扣 0.5 分，现在 5.5 分."""
    parts = []
    if one.own is not None:
        parts.append(_tr("自评 {0}").format(points_word(one.own.points)))
    elif one.counted is not None:
        how = _tr("照材料得 {0}") if one.item.measured == PAPER else _tr("照数字得 {0}")
        parts.append(how.format(points_word(one.counted)))
    if one.routine:
        parts.append(_tr("平时检查{0}").format(signed_word(one.added)))
    parts.append(_tr("现在 {0}，满分 {1}").format(points_word(one.points), points_word(one.item.points)))
    return "，".join(parts)


def finding(points: int, reachable: int, count: int, *, brief: bool = False) -> str:
    """The heading of the page; `brief` where the window is narrow."""
    if not count:
        return _tr("现在 {0} 分，材料都齐了").format(points_text(points))
    if brief:
        return _tr("现在 {0} 分，能到 {1}").format(points_text(points), points_text(reachable))
    return _tr("现在 {0} 分，补 {1} 样能到 {2}").format(points_text(points), count, points_text(reachable))


def day_word(day: date) -> str:
    """11月19日."""
    return _tr("{0}月{1}日").format(day.month, day.day)


def bad_value(error: BadValue) -> str:
    """What is wrong with what was typed, and how to mend it."""
    if error.reason == "taken":
        return _tr("已经有一张叫这个名字")
    if error.reason == "empty":
        return {
            "reason": _tr("扣了分，写一下为什么"), "points": _tr("写加减几分，如 -0.5"), "name": _tr("起个名字"),
            "what": _tr("写一下考核什么"),
        }.get(error.field, _tr("这一格不能空着"))  # fmt: skip
    if error.field in ("points", "bands"):
        return {
            "not_a_number": _tr("写分数，一分的一半也行，如 2.5"), "too_late": _tr("比满分还多"),
            "too_early": _tr("不能这么少"),
        }.get(error.reason, _tr("这样不行，改一改"))  # fmt: skip
    if error.reason == "not_full":
        return _tr("最高一档要正好是满分")
    if error.field == "measure":
        return _tr("写个数，如 2")
    return _tr("这样不行，改一改")
