"""How the stock-take says something: what differs, why, what was scanned, what has to be looked at."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.call_back import CLASS, STAFF, Borrowers
from app.edits.stocktake import Unsettled
from app.inventory import Asset, Stocktake
from app.stocktake import CHANGED, DIFFERS, UNCOUNTED, Row
from app.values import BadValue
from ui.stock_words import counted, day_word

State = tuple[str, str, str]
"""(mark, words, second line)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("stocktake", text)


def reasons() -> tuple[str, ...]:
    """Offered for why something differs; any other is typed."""
    return (
        _tr("找不到了"), _tr("坏了扔了"), _tr("用掉没登记"), _tr("借出没登记"), _tr("放到别的室了"),
        _tr("没登记入库"), _tr("从别的室拿来的"), _tr("上次数错"),
    )  # fmt: skip


def not_found() -> str:
    """Why something counts as 0 that nobody counted."""
    return _tr("盘点没找到")


def broke() -> str:
    """Why something is scrapped, where nothing else is said."""
    return _tr("盘点时坏了")


def difference(count: int, asset: Asset) -> str:
    """少 2 个."""
    return (_tr("多 {0}") if count > 0 else _tr("少 {0}")).format(counted(abs(count), asset))


def state(row: Row) -> State:
    """How a row stands."""
    broken = _tr("坏 {0}").format(counted(row.broken, row.asset)) if row.broken else ""
    if row.state == UNCOUNTED:
        return "wait", _tr("没点"), ""
    if row.state == CHANGED:
        return "soon", _tr("账上变了"), _tr("现在 {0}").format(counted(row.now, row.asset))
    if row.state == DIFFERS:
        return "over", difference(row.difference, row.asset), broken or ("" if row.reason else _tr("写原因"))
    return "done", _tr("对上了"), broken


def borrowers_word(of: Borrowers, classes: Mapping[int, str]) -> str:
    """三（1）班, 老师, 其他人."""
    if of.kind == CLASS:
        return classes.get(of.class_id, "")
    return _tr("老师") if of.kind == STAFF else _tr("其他人")


def room_word(take: Stocktake, names: Mapping[int, str]) -> str:
    """Which room is counted."""
    return _tr("每一间") if take.room_id is None else names.get(take.room_id, "")


def take_word(take: Stocktake, names: Mapping[int, str], today: date) -> str:
    """11月17日 体育活动室，没记账."""
    shut = _tr("记了账") if take.closed_on is not None else _tr("没记账")
    return _tr("{0} {1}，{2}").format(day_word(take.day, today), room_word(take, names), shut)


def scanned_words(row: Row, number: int) -> str:
    """篮球 0007：点到 3 个，账上 4 个."""
    return _tr("{0} {1}：点到 {2}，账上 {3}").format(
        row.asset.name, row.asset.number, counted(number, row.asset), counted(row.now, row.asset))  # fmt: skip


def wrong(error: BadValue) -> str:
    """What is wrong and what to do."""
    if isinstance(error, Unsettled):
        return {
            "changed": _tr("点过以后账上变了，再看一眼"), "unexplained": _tr("写一下为什么"),
            "too_many": _tr("这天以后账上还要拿走，最多只能少到剩 {0}，查一下台账").format(error.there),
        }[error.reason]  # fmt: skip
    return {
        ("staff_id", "empty"): _tr("写上谁来点"), ("room_id", "taken"): _tr("这里还有一次盘点没记账，先做完那一次"),
        ("confirmed_by", "empty"): _tr("选一位来确认"), ("confirmed_by", "same_person"): _tr("点的和确认的要两个人"),
        ("counted", "too_few"): _tr("写个数，没有就写 0"), ("broken", "too_few"): _tr("写个数"),
        ("broken", "too_many"): _tr("比点到的还多"), ("broken", "not_counted"): _tr("先写点到几个"),
        ("closed_on", "not_here"): _tr("这次盘点已经记过账了"),
    }.get((error.field, error.reason), _tr("这里写得不对"))  # fmt: skip
