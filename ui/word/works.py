"""The report's 主要工作: what was done in the term, kind by kind, and how much of what was owed."""

from app import money
from ui.word.told import Told, ended, percent, shares, tr


def pairs(told: Told) -> str:
    """Who stands by whom."""
    more = (told.some("pairs.peer", tr("有同伴帮手的{0}人")), told.some("pairs.volunteer", tr("有志愿者的{0}人")))
    moved = (told.some("pairs.begun", tr("新结{0}对")), told.some("pairs.ended", tr("结束{0}对")))
    return _mentors(told) + ended(more) + ended(moved, begin=tr("本学期"))


def _mentors(told: Told) -> str:
    if not told.of("pairs.mentors"):
        return tr("本学期没有给留守儿童结对的代理家长。")
    first = tr("{0}位代理家长和{1}名留守儿童结对").format(told.of("pairs.mentors"), told.of("pairs.mentored"))
    return ended((
        first, told.share("pairs.mentored", tr("占留守儿童的{0}")), _burden(told),
        told.lacks("pairs.mentored", tr("还有{0}名留守儿童没有代理家长")),
    ))  # fmt: skip


def _burden(told: Told) -> str:
    """How many children one mentor has."""
    many = [line.amount or 0 for line in told.book.figures["pairs.mentors"].names()]
    fewest, most = min(many), max(many)
    if fewest == most:
        return tr("每位带{0}个孩子").format(most)
    return tr("每位带{0}至{1}个孩子").format(fewest, most)


def contacts(told: Told) -> str:
    """Contacts by kind, and what was come back to."""
    every = [one.now for one in told.book.pairs("contact")]
    done, tried = sum(one.value for one in every), sum((one.of or 0) - one.value for one in every)
    first = ended((
        tr("本学期和孩子、家长、照料人联系{0}次：{1}").format(done, told.each("contact")) if done else "",
        tr("没有联系上的{0}次也作了登记").format(tried) if tried else "",
    ), tr("本学期没有联系的记录。"))  # fmt: skip
    asked = told.of("follow.done") + told.lacking("follow.done")
    if not asked:
        return first
    lack = told.lacks("follow.done", tr("还有{0}件没有办结"))
    finished = tr("办结{0}件").format(told.of("follow.done"))
    return first + ended((tr("联系中记下要跟进的事{0}件").format(asked), finished if lack else tr("都办结了"), lack))


def rules(told: Told) -> str:
    """How much of what was owed was done, what was done best and worst, and what lacks."""
    done, owed = told.book.rules
    if not owed:
        return tr("本学期没有到期的事。")
    if done == owed:
        return tr("按学校定的关爱规则，到期该做的{0}次都做了。").format(owed)
    first = tr("按学校定的关爱规则，到期该做{0}次，做了{1}次，做到{2}。").format(owed, done, percent(done, owed))
    lacks = "、".join(tr("{0}{1}次").format(title, lack) for title, lack in told.missed())
    return first + _best_and_worst(told) + tr("没有做的{0}次是：{1}。").format(owed - done, lacks)


def _best_and_worst(told: Told) -> str:
    by_share = shares(one.now for one in told.book.pairs("rule"))
    if len(by_share) < 2:
        return ""
    (best, first), (worst, last) = by_share[0], by_share[-1]
    each = tr("都做到{0}") if len(first) > 1 else tr("做到{0}")
    low = tr("都只做到{0}") if len(last) > 1 else tr("做到{0}")
    return tr("做得最好的是{0}，{1}；做得最差的是{2}，{3}。").format(
        told.titles(first), each.format(best), told.titles(last), low.format(worst)
    )


def activities(told: Told) -> str:
    """What was held."""
    said = told.each("activity")
    return tr("本学期共组织{0}。").format(said) if said else tr("本学期没有办活动、开会的记录。")


def rooms(told: Told) -> str:
    """Rooms, their openings, safety."""
    if not told.of("room.rooms"):
        return tr("学校还没有活动室。")
    opened = (
        tr("学校有活动室{0}间").format(told.of("room.rooms")),
        told.some("room.opened", tr("本学期开放{0}次")) or tr("本学期没有开放的记录"),
        told.some("room.days", tr("有开放的日子{0}天")), told.some("room.came", tr("孩子来了{0}人次")),
    )  # fmt: skip
    owed, written = told.of("room.written") + told.lacking("room.written"), told.of("room.written")
    kept = ended((
        tr("按开放时间该有记录{0}次").format(owed), tr("写了{0}次").format(written),
        told.some("room.shut", tr("其中{0}次写明没开")), told.lacks("room.written", tr("缺{0}次")),
    )) if owed else ""  # fmt: skip
    return ended(opened) + kept + _safety(told)


def _safety(told: Told) -> str:
    found = told.of("safety.mended") + told.lacking("safety.mended")
    return ended((
        told.some("safety.checks", tr("活动室安全检查{0}间次")) or tr("没有活动室安全检查的记录"),
        tr("查出活动室隐患{0}处").format(found) if found else "", told.some("safety.mended", tr("整改{0}处")),
        told.some("safety.open", tr("还有{0}处没有整改")),
    ))  # fmt: skip


def things(told: Told) -> str:
    """What the school has, and what came and went."""
    if not told.of("asset.owned"):
        return tr("台账里还没有物品。")
    value = told.of("asset.value")
    have = (tr("台账上有物品{0}种{1}件").format(told.of("asset.kinds"), told.of("asset.owned")),
            tr("原值{0}元").format(money.said(value)) if value else "")  # fmt: skip
    moved = (
        told.some("asset.added", tr("入库{0}件")), told.some("asset.donated", tr("其中捐来的{0}件")),
        told.some("asset.used", tr("领用消耗{0}件")), told.some("asset.scrapped", tr("报废{0}件")),
        told.some("asset.lent", tr("借出还没有归还的{0}件")),
    )  # fmt: skip
    return ended(have) + ended(moved, tr("本学期没有进出。"), tr("本学期"))


def awards(told: Told) -> str:
    """What children and staff were given."""
    return ended((
        told.some("award.pupils", tr("表彰孩子{0}次")), told.some("award.children", tr("受表彰的孩子{0}人")),
        told.some("award.staff", tr("表彰老师{0}次")),
    ), tr("本学期没有表彰。"), tr("本学期"))  # fmt: skip


def gifts(told: Told) -> str:
    """What came from outside, who is insured, which wishes were met."""
    value = told.of("gift.value")
    given = ended((
        told.some("gift.donations", tr("收到捐赠和慰问品{0}次")), told.some("gift.children", tr("有{0}个孩子收到东西")),
        tr("折合{0}元").format(money.said(value)) if value else "",
        # The register of gifts counts both: what was handed out, and what went into the ledger.
        told.some("asset.donated", tr("另有捐来入库的物品{0}件，记在台账里")),
    ), tr("本学期没有收到捐赠。"), tr("本学期"))  # fmt: skip
    said = told.of("gift.wishes") + told.lacking("gift.wishes")
    wishes = tr("孩子说了心愿{0}个，实现了{1}个").format(said, told.of("gift.wishes")) if said else ""
    return given + ended((told.some("gift.insured", tr("有保险的孩子{0}人")), wishes))
