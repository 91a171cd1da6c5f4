"""What single cells mean: blanks, dashes, 同上, masks, yes and no, home and away, the dead."""

import re
from functools import lru_cache

from app.imports.headers import text_of
from app.sheets import Cell

_NOTHING = "- — —— ― － / \\ 无 暂无 不详 未知 不明 n/a null none 空 （空） (空) . 。"
_BLANK = frozenset(_NOTHING.split(" "))
_DITTO = frozenset(("同上", "同上行", "〃", "″", "〞", '"', "“", "”", "上同"))
_DEAD = re.compile(r"已?(?:故|去世|病故|死亡|过世|身故|亡故|逝世|亡)(?:了)?")
_MISSING = re.compile(r"失联|失踪|下落不明|离家出走|出走|音信全无|联系不上")
_HOME = re.compile(
    r"(?:一直)?(?:在家|家中|家里|在村|本村|本地|本镇|本乡|本组|务农|种地|无业|待业|未外出|没有外出|在本地|家庭主妇|全职).*"
)
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计|总人数")
_FOOT = re.compile(
    r"(?:单位负责人|学校负责人|负责人|审核人|复核人|审批人|填表人|制表人|填报人|填报单位|填报日期|制表日期|联系人签名|注|备注|说明|填表说明)"
    r"\S{0,8}[:：].*",
    re.DOTALL,
)
_BOTH = re.compile(r"双亲.*|父母.*(?:双方|都|均|共同|同时).*|父母(?:在外|外出|务工).*")
_CLAIMS = (("none", re.compile(r"非留守.*|否|不是|无留守|未留守")), ("both_away", _BOTH))
_ONE = re.compile(r"单亲.*|父亲?(?:在外|外出).*|母亲?(?:在外|外出).*|一方外出.*|父母一方.*")


_LINE_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_LOOSE = dict.fromkeys(map(ord, "，,、/·"))


def is_blank(text: str) -> bool:
    """Whether the cell says nothing: empty, a dash, 无, or masked by stars."""
    return not text or text.lower() in _BLANK or is_masked(text)


def is_masked(text: str) -> bool:
    """Whether stars hide part of the value."""
    return "**" in text or "＊＊" in text


def is_ditto(text: str) -> bool:
    """Whether the cell means the one above."""
    return text in _DITTO


def is_total(texts: list[str]) -> bool:
    """Whether a row is a 合计 row."""
    first = [text for text in texts if text][:2]
    return any(_TOTAL.match(text) for text in first)


def is_foot(texts: list[str]) -> bool:
    """Whether a row is one of signatures and notes below a table."""
    filled = [text for text in texts if text]
    return len(filled) <= 8 and any(_FOOT.fullmatch(text) for text in filled)


def yes_no(text: str) -> bool | None:
    """True, False, or None for anything else (a bare 0 or 1 is not to be trusted, domain.md §1)."""
    return {"是": True, "√": True, "✓": True, "有": True, "否": False, "不是": False, "×": False}.get(text)


def claim_of(text: str) -> str:
    """none, one_away, both_away; "" for what does not say it (是, 1)."""
    for status, words in _CLAIMS:
        if words.fullmatch(text):
            return status
    return "one_away" if _ONE.fullmatch(text) else ""


@lru_cache(maxsize=1024)
def is_home(text: str) -> bool:
    """在家, 在家务农, 本村."""
    return bool(_HOME.fullmatch(text))


@lru_cache(maxsize=1024)
def state_of(text: str) -> str:
    """ "dead", "missing" or "" as the cell's words say."""
    if _DEAD.fullmatch(text):
        return "dead"
    return "missing" if _MISSING.search(text) else ""


def boarding_of(text: str) -> str:
    """住校 or 走读; anything else as written."""
    if text in ("是", "住校", "住校生", "寄宿", "寄宿生", "住宿", "住宿生", "√"):
        return "住校"
    return "走读" if text in ("否", "走读", "走读生", "通学", "不寄宿", "不住校") else text


def ethnicity_of(text: str) -> str:
    """汉族 for 汉."""
    if text.endswith("族"):
        return text
    bare = re.fullmatch(r"[\u4e00-\u9fff]{1,4}", text) and not re.search(r"族|其他|外国|未", text)
    return text + "族" if bare else text


def says_less(one: str, other: str) -> bool:
    """Whether `one` is `other` with parts left out: 广东东莞 beside 广东省东莞市长安镇五金厂; equal texts too."""
    short, long = ("".join(text.translate(_LOOSE).split()) for text in (one, other))
    left = iter(long)
    return bool(short) and all(char in left for char in short)


def said(text: str) -> str:
    """What a cell's text says, as one line; "" where it says nothing."""
    line = one_line(text)
    return "" if is_blank(line) else line


def plain(cell: Cell) -> str:
    """The cell as one line of text."""
    return one_line(text_of(cell))


def one_line(text: str) -> str:
    """Text without its line ends."""
    return _LINE_END.sub("", text) if "\n" in text or "\r" in text else text
