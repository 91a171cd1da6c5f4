"""How the ledger of things says something: classes, origins, movements, what is not right."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.edits.inventory import TooMany
from app.equipment import MISSING, SHORT, Need
from app.inventory import ALLOTTED, BOUGHT, CONSUME, DONATED, IN, LOAN, MOVE, RETURN, SCRAP, Asset, Movement
from app.school import Snapshot
from app.shelf import BELOW, DIFFERS, LATE, NEVER, Line
from app.values import BadValue
from ui.children.deeds import bad_value_words
from ui.stock_words import counted

State = tuple[str, str, str]
"""(mark, words, second line)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ledger", text)


def class_words() -> dict[str, str]:
    """The classes of goods, in their order."""
    return {
        "music": _tr("音乐器材"), "sport": _tr("体育器材"), "art": _tr("美术器材"), "book": _tr("图书"),
        "daily": _tr("生活用品"), "furniture": _tr("桌凳"), "medicine": _tr("医药"), "it": _tr("电教设备"),
        "other": _tr("其他"),
    }  # fmt: skip


def origin_words() -> dict[str, str]:
    """Where a thing comes from."""
    return {ALLOTTED: _tr("上级配发"), BOUGHT: _tr("学校添置"), DONATED: _tr("社会捐赠")}


def kind_word(kind: str) -> str:
    """What a movement is called."""
    return {
        IN: _tr("入库"), LOAN: _tr("借出"), RETURN: _tr("归还"), MOVE: _tr("调拨"), CONSUME: _tr("领用"),
        SCRAP: _tr("报废"), "stocktake": _tr("盘点差异"),
    }[kind]  # fmt: skip


def day_word(day: date, today: date) -> str:
    """11月3日; 2025年11月3日 of another year."""
    said = _tr("{0}月{1}日").format(day.month, day.day)
    return said if day.year == today.year else _tr("{0}年").format(day.year) + said


def borrower(movement: Movement, snapshot: Snapshot, classes: Mapping[int, str]) -> str:
    """Who has it: a child, a class, somebody of the staff, anybody else."""
    child = snapshot.children.get(movement.child_id or 0)
    if child is not None:
        return child.name
    if movement.class_id is not None:
        return classes.get(movement.class_id, "")
    staff = next((one.name for one in snapshot.staff if one.id == movement.staff_id), "")
    return staff or movement.borrower


def detail(asset: Asset) -> str:
    """The second line under a name: number, spec, author, publisher."""
    parts = (asset.number, asset.spec, asset.author, asset.publisher)
    return _tr("，").join(part for part in parts if part)


def state(line: Line, today: date) -> State:
    """What is right or not about an asset."""
    if line.state == BELOW:
        return "over", _tr("少于零，查账"), ""
    if line.state == DIFFERS and line.last is not None:
        step = line.last.difference
        said = _tr("多 {0}") if step > 0 else _tr("少 {0}")
        return "over", said.format(counted(abs(step), line.asset)), _tr("盘点后还没记账")
    if line.state == LATE:
        return "over", _tr("{0}没还").format(counted(line.late, line.asset)), _tr("过了归还的日子")
    if line.state == NEVER:
        return "wait", _tr("还没盘过"), ""
    return "done", _tr("对上了"), ""


def need_state(need: Need) -> State:
    """How the school stands with a thing of the standard list."""
    if need.state == MISSING:
        return "over", _tr("没有"), ""
    if need.state == SHORT:
        return "soon", _tr("还差 {0} {1}").format(need.lacking, need.item.unit), ""
    return "done", _tr("够了"), ""


def wrong(error: BadValue) -> str:
    """What is wrong with a field of a form, and what to write."""
    if isinstance(error, TooMany):
        return _tr("只有 {0}，写少一点，或者换一间、换一天").format(error.there)
    return {
        "same_person": _tr("验收要两个人，换一位"), "same_room": _tr("就在这一间，换一间"),
        "too_few": _tr("写个数，至少 1"), "not_money": _tr("写多少元，如 45.50"), "taken": _tr("这个编号有了，换一个"),
        "too_early": _tr("这一天早了，换一天"), "in_the_future": _tr("这一天还没到，换一天"),
        "not_here": _tr("刚才已经还清或者撤回了"),
    }.get(error.reason) or bad_value_words(error)  # fmt: skip
