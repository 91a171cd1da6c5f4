"""Things of the ledger in words that several pages say: classes, origins, movements, how many pieces."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.inventory import ALLOTTED, BOUGHT, CONSUME, DONATED, IN, LOAN, MOVE, RETURN, SCRAP, Asset, Movement
from app.school import Snapshot


def _tr(text: str) -> str:
    return QCoreApplication.translate("ledger", text)


def counted(count: int, asset: Asset) -> str:
    """5 个; 册 for a book whose unit nobody wrote, 件 for anything else."""
    unit = asset.unit or (_tr("册") if asset.class_of_goods == "book" else _tr("件"))
    return _tr("{0} {1}").format(count, unit)


def expiry(day: date, today: date) -> str:
    """还有 12 天过期, 过期 3 天了."""
    left = (day - today).days
    if left < 0:
        return _tr("过期 {0} 天了").format(-left)
    return _tr("今天过期") if not left else _tr("还有 {0} 天过期").format(left)


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
