"""How the page 今日 says what the home has to do: an activity, a loan, a medicine that expires, an open stock-take."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.inventory import Stocktake
from app.shelf import Thing
from app.today import Item
from ui.gift_words import ending_word
from ui.inspection_words import problem_state
from ui.safety_words import since_words
from ui.stock_words import counted, expiry


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)


def who(item: Item, thing: Thing, staff: str, class_name: str) -> tuple[str, str]:
    """(name, what stands under it) where it is about no one child: who borrowed it, or the medicine."""
    if thing.loan is None:
        return thing.asset.name, thing.asset.number
    loan = thing.loan.movement
    if item.class_id is not None:
        return class_name, _tr("全班")
    return (staff, _tr("老师")) if loan.staff_id is not None else (loan.borrower, "")


def what(thing: Thing) -> str:
    """还篮球 2 个; 剩 40 片快过期."""
    count = counted(thing.count, thing.asset)
    if thing.loan is not None:
        return _tr("还{0} {1}").format(thing.asset.name, count)
    return _tr("剩 {0}").format(count)


def beneath(thing: Thing) -> str:
    """The second line: since when it is lent, which batch it is."""
    if thing.loan is not None:
        day = thing.loan.movement.day
        return _tr("{0}月{1}日借的").format(day.month, day.day)
    return _tr("批号 {0}").format(thing.batch.batch) if thing.batch is not None and thing.batch.batch else ""


def status(thing: Thing, day: date, today: date) -> tuple[str, str, str]:
    """(mark, words, second line)."""
    on = _tr("{0}月{1}日").format(day.month, day.day)
    if thing.loan is not None:
        return "over", _tr("过了 {0} 天").format((today - day).days), _tr("应于 {0}").format(on)
    return "over" if day < today else "soon", expiry(day, today), on


def state(item: Item, today: date) -> tuple[str, str, str] | None:
    """The same of whatever the home has to do; None for what is none of it."""
    day = item.day
    on = _tr("{0}月{1}日").format(day.month, day.day)
    if item.unmended is not None:
        return "over", since_words(item.unmended.check, today), on
    if item.thing is not None:
        return status(item.thing, day, today)
    if item.problem is not None:
        return problem_state(item.problem, today)
    if item.take is not None:
        begun = (today - day).days
        return "soon", _tr("开始 {0} 天了").format(begun) if begun else _tr("今天开始的"), on
    if item.ending is not None:
        return "over" if day < today else "soon", ending_word(day, today, short=True), on
    return None


def where(item: Item) -> str:
    """体育活动室，16:00: where an activity is to be, and when it begins."""
    time = item.held.record.from_time if item.held is not None else ""
    return "，".join(part for part in (item.place or _tr("地点没写"), time) if part)


def counting(take: Stocktake) -> str:
    """点了 12 样: how far a stock-take is."""
    done = sum(one.counted is not None for one in take.lines)
    return _tr("点了 {0} 样").format(done) if done else _tr("还没点")


def how_settled(item: Item, today: date) -> str:
    """Where it is settled: among the activities, the rooms, the things of the ledger, or the insurance."""
    if item.held is not None and item.day > today:
        return _tr("Enter 打开，看方案、要准备的东西，改日子和地点也在那里。")
    if item.held is not None:
        return _tr("Enter 打开。办了就改成“办了”，勾上来的孩子；没办成也改一下，就从这里去掉。")
    if item.unmended is not None:
        return _tr("整改好了，Enter 到活动室里记一下。记了就从这里去掉。")
    if item.problem is not None:
        return _tr("改好了，Enter 到迎检自查里点“改好了”。记了就从这里去掉。")
    if item.take is not None:
        return _tr("Enter 接着点。点完了，差的写上原因，再请一位确认，记了账就从这里去掉。")
    if item.ending is not None:
        return _tr("续了保，Enter 到捐赠与心愿里点“续保”，孩子都勾好了。不续的过 30 天从这里去掉。")
    back = item.thing is not None and item.thing.loan is not None
    return _tr("还来了，Enter 到台账里记归还。") if back else _tr("Enter 到台账里记领用或报废。")
