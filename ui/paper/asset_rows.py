"""The lines of the asset ledger, worded for paper and Excel alike, so that both say the same (domain.md §5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import money
from app.asset_books import CHOSEN, OF_GOODS, OF_ROOM, Book, Entry
from app.inventory import Asset
from app.school import Snapshot
from ui.money_words import yuan_word
from ui.stock_words import class_words, counted, origin_words


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a book, in the order of its columns."""

    number: str
    name: str
    spec: str
    unit: str
    count: int
    price_fen: int | None
    origin: str
    bought: str
    place: str
    keeper: str
    note: str

    @property
    def price(self) -> str:
        """In yuan; "" if nobody knows."""
        return money.column(self.price_fen)


class Names:
    """Whatever a ledger calls by a number."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.rooms: Mapping[int, str] = {one.id: one.name for one in snapshot.rooms}
        self.staff: Mapping[int | None, str] = {one.id: one.name for one in snapshot.staff}
        self.room_keepers = {one.id: self.staff.get(one.keeper_id, "") for one in snapshot.rooms}


def _tr(text: str) -> str:
    return QCoreApplication.translate("AssetRows", text)


def heads() -> tuple[str, ...]:
    """The titles of the columns; an import knows the ledger by them."""
    return (_tr("资产编号"), _tr("名称"), _tr("型号规格"), _tr("单位"), _tr("数量"), _tr("单价"), _tr("来源"),
            _tr("购置日期"), _tr("存放地点"), _tr("保管人"), _tr("备注"))  # fmt: skip


def row_of(entry: Entry, book: Book, names: Names) -> Row:
    """The line of a book."""
    asset = entry.line.asset
    return Row(
        asset.number, asset.name, spec(asset), unit(asset), entry.count, asset.price_fen,
        origin_words().get(asset.origin, ""), paper_day(asset.bought_on), place(entry, book, names),
        names.staff.get(asset.keeper_id, ""), asset.note,
    )  # fmt: skip


def spec(asset: Asset) -> str:
    """型号规格; of a book who wrote and who published it."""
    return _tr("，").join(part for part in (asset.spec, asset.author, asset.publisher) if part)


def unit(asset: Asset) -> str:
    """个; of a book without one 册."""
    return counted(1, asset).partition(" ")[2]


def paper_day(day: date | None) -> str:
    """2026.11.3."""
    return "" if day is None else f"{day.year}.{day.month}.{day.day}"


def place(entry: Entry, book: Book, names: Names) -> str:
    """Where it stands: a room's name, or how many in each place where there are several; what is lent is said."""
    if book.kind == OF_ROOM:
        name = names.rooms.get(int(book.key), "")
        return name + _tr("，另借出 {0}").format(entry.out) if entry.out else name
    rooms = [(names.rooms.get(room, ""), count) for room, count in entry.line.rooms]
    if len(rooms) == 1 and not entry.out:
        return rooms[0][0]
    parts = [_tr("{0} {1}").format(*one) for one in rooms]
    return _tr("，").join([*parts, _tr("借出 {0}").format(entry.out)] if entry.out else parts)


def book_word(book: Book, names: Names) -> str:
    """总账, 分室账：体育活动室, 分类账：体育器材."""
    if book.kind == OF_ROOM:
        return _tr("分室账：{0}").format(names.rooms.get(int(book.key), ""))
    if book.kind == OF_GOODS:
        return _tr("分类账：{0}").format(goods_word(book.key))
    return _tr("选出的物品") if book.kind == CHOSEN else _tr("总账")


def goods_word(goods: str) -> str:
    """The class of goods; 没有分类 for none."""
    return class_words().get(goods, _tr("没有分类"))


def total_words(book: Book) -> str:
    """88 样，412 件，金额 23,456.50 元；其中借出 5 件；12 样没写单价，不在金额里。"""
    return _tr("{0} 样，{1} 件，").format(len(book.entries), book.pieces) + value_words(book) + _tr("。")


def value_words(book: Book) -> str:
    """金额 23,456.50 元；其中借出 5 件；12 样没写单价，不在金额里."""
    more = []
    if book.out:
        more.append((_tr("另有借出 {0} 件") if book.kind == OF_ROOM else _tr("其中借出 {0} 件")).format(book.out))
    if book.unpriced:
        more.append(_tr("{0} 样没写单价，不在金额里").format(book.unpriced))
    return _tr("；").join([_tr("金额 {0}").format(yuan_word(book.value_fen)), *more])


def gone_words(book: Book) -> str:
    """What of the ledger is not on the sheet, "" if all of it is."""
    return _tr("另有 {0} 样账上没有了（用完、报废）或还没入库，不在表里。").format(book.gone) if book.gone else ""


def signature_words() -> tuple[str, ...]:
    """Who signs a book."""
    return (_tr("校长"), _tr("负责人"), _tr("保管人"), _tr("制表人"))
