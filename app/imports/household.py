"""What a row says of the family's circumstances, in the words of the registration form (app.children)."""

import re

from app.children import AIDS, ENTRUSTED, INCOMES, MARRIAGES
from app.imports import cells
from app.imports.family import RowCells

_INCOME = {
    "打工": "务工", "工资": "务工", "种": "务农", "养殖": "务农", "农": "务农", "商": "经商", "生意": "经商",
    "个体": "经商", "低保": "救助",
}  # fmt: skip
_AID = {
    "最低生活": "低保", "特困": "特困供养", "五保": "特困供养", "建档": "建档立卡", "脱贫": "建档立卡",
    "临时": "临时救助", "医疗": "医疗救助", "住房": "住房救助", "危房": "住房救助", "残疾": "残疾补助",
    "孤儿": "孤儿津贴",
}  # fmt: skip
_MARRIAGE = (
    ("离", "离异"), ("丧", "丧偶"), ("失踪", "一方失踪"), ("出走", "一方失踪"), ("失联", "一方失踪"), ("婚", "在婚"),
)  # fmt: skip
_FIELDS = ("income", "aid", "marriage", "entrusted", "call_time", "needs")
_NONE = frozenset({"无", "没有", "否", "未享受", "不享受"})


def household(read: RowCells) -> dict[str, str]:
    """The fields of the child's row; a word the form does not have becomes 其他."""
    if not any(field in read.cells for field in _FIELDS):
        return {}
    return {
        "income": _several(read.text("income"), INCOMES, _INCOME),
        "aid": _aid(read),
        "marriage": _marriage(read.text("marriage")),
        "entrusted": _entrusted(cells.plain(read.cells.get("entrusted"))),
        "call_time": read.text("call_time"),
        "needs": read.text("needs"),
    }


def _aid(read: RowCells) -> str:
    # 无 is blank elsewhere; here it is an answer of the form.
    return "无" if cells.plain(read.cells.get("aid")) in _NONE else _several(read.text("aid"), AIDS, _AID)


def _several(text: str, known: tuple[str, ...], like: dict[str, str]) -> str:
    found = set()
    for part in re.split(r"[、，,；;/+\s]+", text):
        if part:
            found.add(part if part in known else next((word for stem, word in like.items() if stem in part), "其他"))
    return "、".join(word for word in known if word in found)


def _marriage(text: str) -> str:
    if not text or text in MARRIAGES:
        return text
    return next((word for stem, word in _MARRIAGE if stem in text), "其他")


def _entrusted(text: str) -> str:
    if text in ENTRUSTED:
        return text
    signed = cells.yes_no(text)
    return "" if signed is None else ENTRUSTED[0] if signed else ENTRUSTED[1]
