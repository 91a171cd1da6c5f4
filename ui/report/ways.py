"""Where what an item lacks is made good: which page, with what, and what the link is called."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.assessment import FIGURE
from app.measures import Measured, split
from app.scoring import GAIN, Scored

NAMES = "names"
"""A way that leads to the names on the page itself."""


@dataclass(frozen=True, slots=True)
class Way:
    """`page` "" stays here: `want` is then NAMES or "item"."""

    label: str
    page: str = ""
    want: object = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


ROOM = "rooms"
SHORT_RULES = ("talk", "family-call", "parents-call", "carer", "mentor-parents", "activity")
"""Rules that are caught up on in the heat map."""


def way_of(one: Scored) -> Way:
    """The way out of what lacks; where nothing lacks, to the item itself."""
    if one.state != GAIN or one.item.measured != FIGURE:
        return Way(_tr("看这一项"), "", "item")
    if not one.item.measure:
        return Way(_tr("去选数字"), "score-tables", one.item.id)
    return way_to(one.item.measure, one.found)


def way_to(key: str, found: Measured | None) -> Way:
    """Where what a measure found lacking is made good."""
    name, arg = split(key)
    if found is not None and not found.known:
        return _unknown(name)
    if name == "rule":
        return _rule(found, arg)
    ways = {
        "pairs": Way(_tr("去结对"), "pairings"), "known": Way(_tr("看名单"), "", NAMES),
        "plans": Way(_tr("看名单"), "", NAMES), "agreements": Way(_tr("看名单"), "", NAMES),
        "rooms": Way(_tr("去活动室"), ROOM), "rules_posted": Way(_tr("去活动室"), ROOM),
        "opened": Way(_tr("去补记"), "", NAMES), "mended": Way(_tr("去整改"), ROOM),
        "hazards": Way(_tr("看名单"), "", NAMES),
        "ledger": Way(_tr("看名单"), "", NAMES), "equipment": Way(_tr("看还缺的"), "ledger", "standard"),
        "figure": Way(_tr("看名单"), "", NAMES),
        "pictures": Way(_tr("去放照片"), "", NAMES), "count": Way(_tr("去记活动"), "activities", ("new", _kind(arg))),
        "problems": Way(_tr("去整改"), "inspection", "problems"),
        "rounds": Way(_tr("去记检查"), "inspection", f"round:{arg}"),
        "group": Way(_tr("去定人"), "settings", "group"), "keeper": Way(_tr("去定人"), ROOM),
    }  # fmt: skip
    return ways.get(name, _plan())


def _rule(found: Measured | None, rule: str) -> Way:
    lacks = found.lacks if found is not None else ()
    if lacks and lacks[0].what == "child":
        return Way(_tr("看每周一览"), "heat", rule) if rule in SHORT_RULES else Way(_tr("看名单"), "", NAMES)
    kinds = {"training": "guardian_training", "parents-meeting": "parents_meeting", "lecture": "lecture",
             "forum": "forum", "activity": "activity"}  # fmt: skip
    return Way(_tr("去安排"), "activities", ("new", kinds[rule])) if rule in kinds else Way(_tr("看名单"), "", NAMES)


def _unknown(name: str) -> Way:
    if name == "rule":
        return Way(_tr("去定规则"), "settings", "rules")
    if name == "ledger":
        return Way(_tr("去记台账"), "ledger")
    if name in ("problems", "hazards"):
        return Way(_tr("去记检查"), "inspection", "round:")
    return Way(_tr("去活动室"), ROOM) if name in ("rules_posted", "opened", "mended") else _plan()


def _plan() -> Way:
    """The page of work plans."""
    return Way(_tr("去写计划"), "plan")


def _kind(arg: str) -> str:
    return arg.partition(" ")[0]
