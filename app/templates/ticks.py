"""Which of the words to tick says what a child's fact says: 寄宿 for 住校, 农业 for 农业户口, 是 for 已签."""

import re
from collections.abc import Sequence

_YES = frozenset(("是", "有", "已", "已签", "需要", "属于"))
_NO = frozenset(("否", "无", "没有", "不是", "未", "未签", "不需要", "不属于", "没"))
_DENIES = ("非", "不", "无", "未", "没", "否")
_MEANS_NO = frozenset(("走读", "健康或良好", "none"))
_SAME = tuple(
    frozenset(words.split())
    for words in (
        "住校 寄宿 住宿 寄宿生 住校生 住宿生",
        "走读 走读生 通学 通学生 不寄宿 非寄宿",
        "农业户口 农业 农村 农业家庭户口 农村户口",
        "非农业户口 非农业 非农 城镇 城市 城镇户口",
        "双亲留守儿童 双亲 双亲留守 双亲外出 父母双方外出 父母均外出 父母双方都外出",
        "单亲留守儿童 单亲 单亲留守 单亲外出 一方外出 父母一方外出",
        "健康或良好 健康 良好",
        "家长自行接送 接送 家长接送",
        "已签 是 有 已签订",
        "未签 否 无 未签订",
    )
)
_OTHERS = ("其他", "其它")


def chosen(words: Sequence[str], value: str) -> frozenset[int]:
    """Places in `words` of those that the value ticks; several for a fact of several words, none for an empty one."""
    parts = [part.strip() for part in re.split(r"[、，,;；\n]", value) if part.strip()]
    found = {place for part in parts if (place := _nearest(words, part)) is not None}
    if parts and not found:
        found = {place for place, word in enumerate(words) if word in _OTHERS}
    return frozenset(found)


def _nearest(words: Sequence[str], part: str) -> int | None:
    for place, word in enumerate(words):
        if word == part or any(word in same and part in same for same in _SAME):
            return place
    if words and all(word in _YES or word in _NO for word in words):
        no = part in _NO or part in _MEANS_NO or part.startswith(_DENIES)
        return next((place for place, word in enumerate(words) if (word in _NO) is no), None)
    scored = [(_overlap(word, part), -place) for place, word in enumerate(words)]
    best = max(scored, default=(0, 0))
    return -best[1] if best[0] else None


def _overlap(word: str, part: str) -> int:
    """How much of one stands in the other; 0 where one denies what the other says."""
    if not word or word.startswith(_DENIES) is not part.startswith(_DENIES):
        return 0
    if word in part and (len(word) > 1 or part.startswith(word)):
        return len(word)
    return len(part) if part in word and len(part) > 1 else 0
