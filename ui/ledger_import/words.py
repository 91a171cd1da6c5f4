"""What the import of a ledger says in Chinese: why a row stays out, what a column holds, what would change."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app import days, money
from app.imports.aliases import IGNORED, OTHER
from app.imports.records import Problem
from app.ledger_import.plan import Offer, Plan, PlanRow, Room
from app.ledger_import.words import noted
from app.ledger_import.writing import Said
from app.rooms import HOME
from ui.imports.words import problem_text
from ui.ledger.words import class_words, origin_words
from ui.money_words import yuan_word
from ui.room_words import kind_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("LedgerImport", text)


# what is wrong (short), the fact with {0} {1}, what to do
_PROBLEMS: dict[str, tuple[str, str, str]] = {
    "no_thing": ("没有名称", "这一行没有物品名称", "补上名称再导"),
    "number_damaged": ("编号坏了", "{0} 的后几位已被 Excel 改成 0，认不回来了", "把这一格设成文本，重新填编号"),
    "no_count": ("没有数量", "这一行没有写几个", "补上数量再导"),
    "count_unreadable": ("数量不对", "“{0}”不是整数", "写成 5 这样的整数"),
    "formula_without_value": ("公式没有结果", "这一格是公式，文件里没存下结果", "在 Excel 里打开，保存一次再导"),
    "listed_twice": ("重复", "和第 {0} 行是同一样东西", "留一行就行"),
    "same_thing": ("同名，拿不准", "台账里叫{0}的不止一样", "选是哪一样，或选“另一样”"),
    "other_place": ("放在别处", "台账里有这样东西，不在{0}", "选是不是它，或选“另一样”"),
    "other_name": ("名称对不上", "台账里 {0} 号是{1}", "选是不是它，或选“另一样”"),
    "same_in_file": ("表里重复", "和第 {0} 行分不清", "是两样东西就选“另一样”"),
    "count_differs": ("数量不一样", "账上 {0}，表里 {1}", "账上不动，要改就选“记一笔差异”"),
    "count_stuck": ("数量不一样", "账上 {0}，表里 {1}，借出的还没还，减不了这么多", "账上不动，先收回借出的"),
    "place_differs": ("地方不一样", "账上在{0}，表里在{1}", "账上不动，要改就选“记一笔调拨”"),
    "price_unreadable": ("单价没认出", "“{0}”不是金额", "这一格没有导入"),
    "total_differs": ("金额对不上", "单价乘数量不是 {0}", "照单价导入，请核对"),
    "origin_unreadable": ("来源没认出", "“{0}”看不出是配发、添置还是捐赠", "这一格没有导入"),
    "bought_unreadable": ("日期没认出", "“{0}”不是日期", "这一格没有导入"),
    "bought_future": ("日期在以后", "{0} 还没有到", "这一格没有导入"),
    "bought_vague": ("日期不到天", "只写到 {0}", "照第一天导入"),
    "expires_unreadable": ("有效期没认出", "“{0}”不是日期", "这一格没有导入"),
    "keeper_unknown": ("没有这个人", "教职工里没有{0}，或不止一个", "这一格没有导入"),
    "isbn_damaged": ("书号坏了", "{0} 的后几位已被 Excel 改掉", "这一格没有导入"),
}
_COLUMN = {
    "number": "资产编号", "name": "名称", "spec": "型号规格", "unit": "单位", "count": "数量", "price": "单价",
    "total": "金额", "origin": "来源", "donor": "捐赠人", "bought_on": "购置日期", "room": "存放地点",
    "keeper": "保管人", "class": "类别", "author": "作者", "publisher": "出版社", "isbn": "ISBN", "batch": "批号",
    "expires_on": "有效期", "note": "备注", OTHER: "记进备注", IGNORED: "不导入",
}  # fmt: skip
_FIELD = {"price_fen": "price", "keeper_id": "keeper", "class_of_goods": "class"}


def said() -> Said:
    """What the movements of an import give as their reason."""
    return Said(_tr("从旧台账结转"), _tr("导入的表里 {0}，账上 {1}"), _tr("照导入的表改地方"))


def home_name() -> str:
    """What the home is called where there is no room yet."""
    return kind_words()[HOME]


def problem_words(problem: Problem) -> tuple[str, str, str]:
    """(short name, what is the matter, what to do)."""
    short, fact, do = _PROBLEMS.get(problem.code, ("不能导入", "这一行读不懂", "看看这一行再导"))
    return _tr(short), _tr(fact).format(*(*problem.args, "", "")), _tr(do)


def problem_sentence(problem: Problem, row: int = 0) -> str:
    """第 12 行 E 列：数量不对，…：one sentence with the place, for the command line and the 原因 column."""
    return problem_text(problem_words(problem), problem.column, row)


def column_word(field: str) -> str:
    """What a column holds."""
    return _tr(_COLUMN.get(field, _COLUMN[IGNORED]))


def diff_word(field: str) -> str:
    """单价, 保管人: what a difference is about."""
    return column_word(_FIELD.get(field, field))


def value(field: str, text: str) -> str:
    """A value as a person reads it."""
    shown: dict[str, Callable[[str], str]] = {
        "origin": lambda key: origin_words().get(key, key), "class_of_goods": lambda key: class_words().get(key, key),
        "price_fen": lambda yuan: yuan_word(money.fen("price", yuan)), "bought_on": days.on_paper,
    }  # fmt: skip
    return shown.get(field, str)(text) if text else ""


def offer_words(plan: Plan, offer: Offer) -> str:
    """记一笔差异：少 2; 记一笔调拨：到阅览室."""
    if offer.to_room is not None:
        return _tr("记一笔调拨：到{0}").format(room_word(plan, offer.to_room))
    text = _tr("记一笔差异：少 {0}") if offer.count < 0 else _tr("记一笔差异：多 {0}")
    return text.format(abs(offer.count))


def room_word(plan: Plan, place: Room) -> str:
    """The name of a room, known or to be added."""
    if isinstance(place, str):
        return place
    return next((one.name for one in plan.books.rooms if one.id == place), "")


def thing_word(plan: Plan, asset_id: int) -> str:
    """A thing it may be: 0012 篮球 7号 体育室 6."""
    asset = plan.asset(asset_id)
    places = [f"{room_word(plan, room)} {count}" for room, count in plan.books.places(asset_id).items()]
    return " ".join(part for part in (asset.number, asset.name, asset.spec, "、".join(places)) if part)


def difference_word(plan: Plan, row: PlanRow) -> str:
    """账上 10，表里 8; 账上在体育室，表里在图书室: where a row disagrees with the books."""
    offer = row.offer
    if offer is None:
        return ""
    if offer.to_room is not None:
        return _tr("账上在{0}，表里在{1}").format(room_word(plan, offer.room), room_word(plan, offer.to_room))
    return _tr("账上 {0}，表里 {1}").format(offer.booked, offer.listed)


def new_thing(plan: Plan, row: PlanRow) -> str:
    """6 个，放在体育室，单价 45 元，学校添置，备注 颜色：红: a new thing in one line."""
    record = row.record
    unit = record.values.get("unit", "") or (_tr("册") if record.class_of_goods == "book" else _tr("件"))
    where = "、".join(room_word(plan, place) for place, _count in row.places)
    parts = [
        _tr("{0} {1}").format(record.count or 0, unit), _tr("放在{0}").format(where) if where else "",
        _tr("单价 {0}").format(yuan_word(record.price_fen)) if record.price_fen is not None else "",
        origin_words().get(record.origin, ""),
        _tr("备注 {0}").format(note) if (note := noted(record.values.get("note", ""), record.extras)) else "",
    ]  # fmt: skip
    return "，".join(part for part in parts if part)


def class_word(row: PlanRow) -> str:
    """Which class of goods a new thing is taken for."""
    return _tr("当作{0}").format(class_words().get(row.record.class_of_goods, ""))
