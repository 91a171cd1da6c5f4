"""What the cells of an old ledger mean: how many, what it cost, where it came from, which class of goods, which places.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from app import equipment, money
from app.imports.aliases import tidy
from app.imports.cells import is_foot, is_total
from app.imports.headers import text_of
from app.inventory import ALLOTTED, BOUGHT, DONATED
from app.rooms import ART, HOME, MUSIC, OTHER, READING, SPORT, TALK
from app.sheets import WIDE, Cell
from app.values import BadValue

MOST = 1_000_000
"""Pieces of one thing; more is a slip of the pen."""
_COUNT = re.compile(r"(-?\d{1,9})(?:\.0+)?\s*([^\d\s.]{0,4})")
_ORIGINS = (
    (DONATED, re.compile(r"捐|赠|爱心|资助|社会")),
    (ALLOTTED, re.compile(r"配发|拨|上级|配备|统配|调入|下发|发放|教育局|教体局|县|省|国家|划入")),
    (BOUGHT, re.compile(r"购|买|添置|自筹|采购|学校|自备|自有|本校")),
)
_CLASSES = (
    ("book", re.compile(r"图书|书籍|读物|绘本|课外书|^书$")),
    ("music", re.compile(r"音乐|乐器|琴|鼓|口风|笛")),
    ("art", re.compile(r"美术|绘画|书画|画|颜料|彩笔|手工")),
    ("medicine", re.compile(r"医药|药|卫生|急救|体温|口罩|消毒|创可贴")),
    ("it", re.compile(r"电教|电脑|计算机|信息|电子|多媒体|电器|电话|电视|投影|打印|平板|相机|音箱|显示器|主机")),
    ("sport", re.compile(r"体育|运动|球|跳绳|毽|棋|健身|体操")),
    ("furniture", re.compile(r"桌|椅|凳|柜|家具|课桌|书架|床|沙发")),
    ("daily", re.compile(r"生活|日用|日常|洗漱|毛巾|脸盆|水杯|热水瓶|雨伞|剪刀|针线")),
    ("other", re.compile(r"其他|其它")),
)  # fmt: skip
_ROOMS = (
    (HOME, re.compile(r"留守儿童之家|关爱之家|儿童之家|^之家$")), (MUSIC, re.compile(r"音乐|舞蹈|器乐")),
    (SPORT, re.compile(r"体育|运动|器材")), (ART, re.compile(r"美术|书画|绘画|书法")),
    (READING, re.compile(r"图书|阅览|阅读|书屋")), (TALK, re.compile(r"谈心|心理|咨询")),
)  # fmt: skip
_TOTAL = re.compile(r"(?:本\s*页|累|合|总|小|共|全\s*部)\s*(?:合\s*)?计|总\s*数")
_FOOT = re.compile(
    r"(?:校\s*长|审\s*[核批]|制\s*[表单]|填\s*[表报]|保\s*管|经\s*手|复\s*核|负\s*责|分\s*管|盘\s*点|监\s*盘|验\s*收|会\s*计|单\s*位|日\s*期|时\s*间|第)"
    r".{0,12}(?:[:：]|页|签)"
)
_LENT = re.compile(r"另?(?:借出|外借)\s*[:：]?\s*(\d+)\s*\S?")
_PLACE = re.compile(r"(.*?[^\d\s(（:：xX×*])\s*[(（:：xX×*]?\s*(\d+)\s*[^\d\s()（）]{0,2}[)）]?")


def count_of(cell: Cell) -> tuple[int | None, str]:
    """Pieces, and the unit written beside them (12个); None for what is no whole number of pieces."""
    if isinstance(cell, bool):
        return None, ""
    if isinstance(cell, float) and not cell.is_integer():
        return None, ""
    match = _COUNT.fullmatch(text_of(cell).translate(WIDE).replace(",", "").strip())
    if match is None or not 0 <= int(match[1]) <= MOST:
        return None, ""
    return int(match[1]), match[2]


def fen_of(cell: Cell, times: int = 1) -> int | None:
    """A sum in yuan as fen, halves of a fen rounded up; None for what is no sum. Raises BadValue."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if not 0 <= cell * times < 1e9:
            raise BadValue("price", "not_money")
        return int((Decimal(str(cell)) * times * 100).quantize(Decimal(1), ROUND_HALF_UP))
    text = re.sub(r"(\.\d\d)\d+$", r"\1", text_of(cell).translate(WIDE))
    found = money.fen("price", text)
    return None if found is None else found * times


def origin_of(text: str) -> str:
    """One of `app.inventory.ORIGINS`, "" for words that say none of them."""
    return next((origin for origin, pattern in _ORIGINS if pattern.search(text)), "")


def class_of(text: str) -> str:
    """The class of goods that a heading, a class column or a name speaks of; "" for none."""
    return next((key for key, pattern in _CLASSES if pattern.search(text)), "")


def goods_of(name: str, said: str, around: str, book: bool) -> tuple[str, str]:
    """(class of goods, key of the standard list) of a thing called so: by its class column (`said`), by who wrote it
    (`book`), by its name, by what stands around it (sheet, title)."""
    told = class_of(said)
    if told == "book" or (book and not told):
        return "book", "books"
    item = equipment.guess(name)
    if item is not None and told in ("", item.class_of_goods):
        return item.class_of_goods, item.key
    found = told or class_of(name) or class_of(around)
    return (found, "books") if found == "book" else (found or "other", "")


def noted(note: str, extras: Iterable[tuple[str, str]]) -> str:
    """A note with what stands in columns that the ledger has no place for, each said once: 借来的；颜色：红."""
    for header, text in extras:
        said = f"{header}：{text}"
        if tidy(said) not in tidy(note):
            note = f"{note}；{said}" if note else said
    return note


def kind_of_room(name: str) -> str:
    """The kind of a room called so."""
    return next((kind for kind, pattern in _ROOMS if pattern.search(name)), OTHER)


def places_of(text: str) -> tuple[str, list[tuple[str, int]], int]:
    """Where a thing stands: one room and no places, or 体育室 6、图书室 4 as places with their pieces; then how many
    are lent (图书室 29，借出 1), which count for the first place."""
    parts = [part.strip() for part in re.split(r"[、，,；;\n]+", text.translate(WIDE)) if part.strip()]
    lent = sum(int(match[1]) for part in parts if (match := _LENT.fullmatch(part)))
    rooms = [part for part in parts if not _LENT.fullmatch(part)]
    found = [(match[1].strip(), int(match[2])) for part in rooms if (match := _PLACE.fullmatch(part))]
    if len(rooms) == 1 and len(parts) > 1:
        return (found[0][0] if found else rooms[0]), [], lent
    if len(rooms) < 2 or len(found) < len(rooms):
        return text, [], lent
    (first, count), *others = found
    return text, [(first, count + lent), *others], lent


def is_sum(texts: list[str]) -> bool:
    """Whether a row is one of totals."""
    first = [text for text in texts if text][:2]
    return is_total(texts) or any(_TOTAL.match(text) for text in first)


def is_signatures(texts: list[str]) -> bool:
    """Whether a row is one of signatures, dates or page numbers."""
    first = next((text for text in texts if text), "")
    return is_foot(texts) or bool(_FOOT.match(first))
