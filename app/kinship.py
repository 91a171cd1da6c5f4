"""Relations to the child in their canonical form, and as a child says them (GB/T 4761, domain.md §1)."""

import re
from functools import lru_cache

_ALIASES = {
    "父亲": "父 爸爸 爸 爹 爹爹 阿爸 老爸 生父 父子 父女 51",
    "母亲": "母 妈妈 妈 娘 阿妈 老妈 生母 母子 母女 52",
    "继父或养父": "继父 养父 后爸 后爹 干爹 57",
    "继母或养母": "继母 养母 后妈 后娘 58",
    "祖父母或外祖父母": "祖父母 外祖父母 爷爷奶奶 外公外婆 祖辈 60",
    "祖父": "爷爷 爷 阿公 公公 阿爷 祖父(爷爷) 61",
    "祖母": "奶奶 奶 嬷嬷 阿嬷 婆婆 阿奶 祖母(奶奶) 62",
    "外祖父": "外公 姥爷 老爷 家公 外爷 嘎公 外祖父(外公) 63",
    "外祖母": "外婆 姥姥 姥娘 家婆 外奶 嘎婆 阿婆 外祖母(外婆) 64",
    "曾祖父": "太爷爷 太爷 老太爷 曾爷爷 66",
    "曾祖母": "太奶奶 太奶 老太太 曾奶奶 67",
    "兄": "哥哥 哥 兄长 大哥 二哥 堂哥 表哥 71",
    "嫂": "嫂子 嫂嫂 72",
    "弟": "弟弟 73",
    "姐姐": "姐 大姐 二姐 堂姐 表姐 75",
    "妹妹": "妹 77",
    "伯父": "伯伯 大伯 大爷 伯 81",
    "伯母": "大娘 大妈 大伯母 82",
    "叔父": "叔叔 叔 小叔 二叔 幺叔 83",
    "婶母": "婶婶 叔母 婶子 婶 婶娘 84",
    "舅父": "舅舅 舅 大舅 小舅 85",
    "舅母": "舅妈 妗子 舅娘 86",
    "姨父": "姨夫 姨丈 87",
    "姨母": "阿姨 姨妈 姨 小姨 大姨 姨娘 88",
    "姑父": "姑夫 姑丈 姑爷 89",
    "姑母": "姑姑 姑妈 姑 姑娘 小姑 大姑 90",
    "其他亲属": "亲属 亲戚 其他亲戚 97",
    "保姆": "98",
    "非亲属": "邻居 朋友 其他 托管 寄养 99",
}
_CANONICAL = {alias: name for name, aliases in _ALIASES.items() for alias in (name, *aliases.split())}
_SPOKEN = {
    "父亲": "爸爸",
    "母亲": "妈妈",
    "继父或养父": "爸爸",
    "继母或养母": "妈妈",
    "祖父": "爷爷",
    "祖母": "奶奶",
    "外祖父": "外公",
    "外祖母": "外婆",
    "曾祖父": "太爷爷",
    "曾祖母": "太奶奶",
    "兄": "哥哥",
    "嫂": "嫂子",
    "弟": "弟弟",
    "伯父": "伯伯",
    "叔父": "叔叔",
    "婶母": "婶婶",
    "舅父": "舅舅",
    "舅母": "舅妈",
    "姨父": "姨夫",
    "姨母": "姨妈",
    "姑父": "姑夫",
    "姑母": "姑姑",
    "祖父母或外祖父母": "老人",
    "其他亲属": "亲戚",
    "非亲属": "照料人",
}
FATHERS = ("父亲", "继父或养父")
MOTHERS = ("母亲", "继母或养母")
"""Of the canonical relations, those that are parents (GB/T 4761: 51, 57; 52, 58)."""
NO_RELATIVES = ("保姆", "非亲属")
"""Relations of people outside the family (98, 99)."""
RELATIONS = tuple(_ALIASES)
"""Canonical relations in the order of the card: parents, grandparents, the rest of the family."""


@lru_cache(maxsize=1024)
def canonical_relation(text: str) -> str:
    """祖父 for 爷爷, 祖父(爷爷) or 61; a word that is not known stays as written; "" stays ""."""
    word = re.sub(r"[\s\u3000*]+", "", text).replace("（", "(").replace("）", ")")
    if word in _CANONICAL:
        return _CANONICAL[word]
    head = word.split("(")[0]
    return _CANONICAL.get(head, word)


def is_known(relation: str) -> bool:
    """Whether `relation` is one of the canonical ones."""
    return relation in _ALIASES


def is_parent(relation: str) -> bool:
    """Whether it is a father or mother, by birth or not (canonical form)."""
    return relation in FATHERS or relation in MOTHERS


def side_of(relation: str) -> str:
    """父亲 for every kind of father, 母亲 for every kind of mother, else the relation itself (canonical form)."""
    return {"继父或养父": "父亲", "继母或养母": "母亲"}.get(relation, relation)


def spoken_relation(relation: str) -> str:
    """爸爸 for 父亲, 外婆 for 外祖母; a word without a spoken form as it is."""
    return _SPOKEN.get(relation, relation)


def relation_order(relation: str) -> int:
    """Sort key: parents first, then grandparents, then the others, unknown words last."""
    return RELATIONS.index(relation) if relation in _ALIASES else len(RELATIONS)
