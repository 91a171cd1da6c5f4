"""Things of the ledger in words that several pages say: how many pieces, and when a medicine expires."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.inventory import Asset


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
