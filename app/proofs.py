"""What shows that an item of the assessment is done: which papers of the term's file, the best first (REQ 10.27).

A paper says what it proves in tokens: the part of the pack it comes from ("part:roster"), the kind of record that it
lists ("kind:talk"), one record or signed paper ("record:5", "agreement:duty"). An item asks for them in order: what was
linked to it, then what its measure counts, else what its words speak of. So a county's own table finds its evidence
too, whatever it calls its items.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.activities import KINDS as TOGETHER
from app.agreements import DUTY
from app.assessment import FIGURE, Evidence, Item
from app.care_rules import CHILD, DEFAULTS, CareRule, in_force
from app.measures import split
from app.score_import.aliases import meant

AFTER = "planned:"
"""Before a token: a paper made beforehand, which shows less than the record of what came of it."""
DRAFT = "draft"
"""What a paper says of itself that shows nothing yet: the review of a term that goes on, or that nobody looked back
on."""
_BY_MEASURE: dict[str, tuple[str, ...]] = {
    "group": ("part:group",), "keeper": ("part:rooms", "part:room_rules", "part:openings"),
    "rules_posted": ("part:room_pictures", "part:rooms", "part:room_rules"), "pairs": ("part:pairs", "part:books"),
    "plans": ("part:books",), "rooms": ("part:rooms", "part:room_pictures"),
    "equipment": ("part:standard", "part:ledger"),
    "known": ("part:roster", "part:registration", "part:cards"), "opened": ("part:openings",),
    "pictures": ("part:activity_pictures part:meeting_pictures part:working_pictures", "minutes"),
    "ledger": ("part:stocktake", "part:ledger"), "stages": ("plan:term", "plan:year"),
    "reviewed": ("part:term_report", "reviewed:term", "reviewed:year"),
    "mended": ("part:room_checks", "problems", "part:finding_pictures"),
    "problems": ("problems", "part:problem_pictures", "rounds"),
    "hazards": ("problems", "part:problem_pictures", "part:finding_pictures", "part:room_checks", "rounds"),
    "figure": ("part:figures",),
}  # fmt: skip
"""By the first word of a measure (`app.measures`). Tokens in one text show it alike."""
_BY_KEY: dict[str, tuple[str, ...]] = {
    "figure:gift.insured": ("gifts:cover",), "figure:gift.wishes": ("gifts:wishes",),
    "figure:follow.done": ("part:books", "part:figures"), "rule:survey": ("part:registration",),
    "rule:award": ("part:honours",), "rule:plan-review": ("part:books",), "rule:health": ("kind:health_check",),
}  # fmt: skip
"""By the whole of one, before what its records are listed in."""
_BY_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("卫生|整洁|清洁|环境", ("part:room_checks", "round:opening", "round:surroundings", "part:room_pictures")),
    ("消防", ("round:fire",)), ("食品|食堂|饮食", ("round:food",)), ("交通|校车|上下学", ("round:transport",)),
    ("周边", ("round:surroundings",)), ("演练", ("round:drill",)), ("安全", ("rounds", "problems")),
    ("花名册|名册|名单", ("part:roster", "part:class_lists")), ("联系卡", ("part:cards",)),
    ("统计|上报|报表", ("part:statistics", "part:figures")), ("成长", ("part:growth",)),
    ("登记表|基本情况", ("part:registration",)), ("慰问", ("kind:festival_visit", "part:gifts")),
    ("捐赠|资助|救助|爱心|物资", ("part:gifts",)), ("保险", ("gifts:cover",)), ("心愿|圆梦", ("gifts:wishes",)),
    ("典型|事迹|个案|案例|宣传", ("part:stories",)), ("表彰|奖励|评优|先进", ("part:honours",)),
    ("辅导|学习", ("kind:tutoring", "part:books")), ("心理", ("kind:lecture", "kind:talk")),
    ("热线|来电", ("kind:hotline",)), ("班会", ("kind:class_meeting",)), ("校历", ("part:calendar",)),
    ("制度|规则|职责", ("part:rules", "part:room_rules", "part:group")), ("考核|考评", ("part:score",)),
    ("计划", ("plan:term", "plan:year")), ("总结", ("part:term_report",)), ("报废|盘点", ("part:stocktake",)),
)  # fmt: skip
"""What no measure counts, by words of the item."""
_PLANNED = ("plan", "reviewed", "stages")
_MEANS_NOTHING = re.compile("工作|学校|留守|儿童|学生|情况|落实|开展|建立|健全|做好|加强|有|和|与|及|等|的|、")
_LEAST = 3
"""Characters of a title that must be those of the item."""


def of_measure(key: str, rules: Sequence[CareRule] = ()) -> tuple[str, ...]:
    """What shows that a measure is as it was counted, the best first."""
    name, arg = split(key)
    found = list(_BY_KEY.get(key, ()))
    if name == "rule":
        mine = [rule for rule in in_force(rules) if rule.key == arg] or [
            rule for _presets, rule in DEFAULTS if rule.key == arg
        ]
        kinds = dict.fromkeys(kind for rule in mine for kind in rule.kinds)
        found += [" ".join(f"kind:{kind}" for kind in kinds if kind in TOGETHER)]
        found += [f"kind:{kind}" for kind in kinds if kind not in TOGETHER]
        # The map of the weeks has the children's contacts, not what a class or the school owes.
        found += ["part:weeks"] if any(rule.whom == CHILD for rule in mine) else []
    elif name == "count":
        found.append(f"kind:{arg.partition(' ')[0]}")
    elif name == "agreements":
        found += [f"agreement:{arg}", "part:agreements", *(("part:duties",) if arg == DUTY else ())]
    elif name == "plan":
        found.append(f"plan:{arg or 'term'}")
    elif name == "rounds":
        found += [f"round:{arg}", "problems"]
    return tuple(filter(None, dict.fromkeys([*found, *_BY_MEASURE.get(name, ())])))


def of_words(item: Item, rules: Sequence[CareRule] = ()) -> tuple[str, ...]:
    """What its words speak of; the name first, then what is asked of it, then how it is looked at."""
    for text in (item.what, item.demand, item.criteria, item.how):
        said = [token for words, tokens in _BY_WORDS if re.search(words, text) for token in tokens]
        counted = [token for key in meant(text) for token in of_measure(key, rules)]
        if said or counted:
            return tuple(dict.fromkeys([*counted, *said]))
    return ()


def of_links(linked: Iterable[Evidence]) -> tuple[str, ...]:
    """The rows and papers that were linked by hand, in order."""
    return tuple(dict.fromkeys(token for one in linked for token in one.tokens))


def wanted(item: Item, linked: Iterable[Evidence], rules: Sequence[CareRule] = ()) -> Iterator[tuple[str, ...]]:
    """Tokens, the best first, those that show it alike in one text; the second only where nothing in the pack has one
    of the first."""
    links = (*of_links(linked), f"item:{item.id}")
    by_words = of_words(item, rules)
    if item.measured == FIGURE and item.measure:
        keys = [item.measure]
        if split(item.measure)[0] in _PLANNED:
            # 有工作计划和总结: one of the two is counted, both are to be shown.
            keys += [key for key in meant(item.what + item.demand) if split(key)[0] in _PLANNED]
        yield _with_plans((*links, *dict.fromkeys(token for key in keys for token in of_measure(key, rules))))
        yield _with_plans(by_words)
    else:
        yield _with_plans((*links, *by_words))


def speaks_of(item: Item, title: str) -> bool:
    """Whether the title of a paper has a part of the item's name: 唱歌比赛 of “举办唱歌比赛”."""
    parts = [part for part in _MEANS_NOTHING.split(item.what) if len(part) >= _LEAST]
    return any(part[place : place + _LEAST] in title for part in parts for place in range(len(part) - _LEAST + 1))


def _with_plans(tokens: Sequence[str]) -> tuple[str, ...]:
    return (*tokens, *(" ".join(f"{AFTER}{token}" for token in alike.split()) for alike in tokens))
