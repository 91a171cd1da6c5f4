"""Guardianship as 农村留守儿童基本情况登记表 and the statistics ask for it.

Why the child is left-behind, who actually looks after it, and how well that is assured (domain.md §2). All derived;
answers are the printed words of the form, "" = not known (未采集).
"""

from datetime import date

from app.carer import Carer, carer_of
from app.children import MARRIAGES, NO_CARER, Child, Kin
from app.kinship import FATHERS, MOTHERS
from app.status import BOTH, ONE, Verdict, register_status
from app.whereabouts import is_parent, parents

CAUSES = BOTH_AWAY, ONE_UNABLE, BOTH_UNABLE = "父母双方同时外出", "一方外出另一方无监护能力", "双方无监护能力"
"""留守原因."""
CARERS = GRANDPARENTS, RELATIVES, NOBODY = "祖父母、外祖父母", "亲戚朋友", "无委托照料人"
"""实际照料."""
PARENT = "父母一方"
"""Of 实际照料 where a parent who can is at home: the form has no box for it, a table may have a column."""
STATES = GOOD, FAIR, POOR = "较好", "一般", "差"
"""监护情况."""
MARRIED, DIVORCED, WIDOWED, MISSING, _OTHER = MARRIAGES
GRANDS = frozenset({"祖父", "祖母", "外祖父", "外祖母", "祖父母或外祖父母", "曾祖父", "曾祖母"})
WELL = frozenset({"", "健康", "良好", "健康或良好", "较好", "好"})
"""Words for a health that does not stand in the way of looking after a child."""


def cause(child: Child, day: date, verdict: Verdict | None = None) -> str:
    """留守原因, one of CAUSES, or "" (not left-behind, not known, or none of the three: the other parent is able)."""
    there = [kin for kin in parents(child) if kin.state == "living" and kin.custody != "none"]
    if there and all(kin.able is False for kin in there):
        return BOTH_UNABLE
    found = verdict or register_status(child, day)
    if found.status == BOTH:
        return ONE_UNABLE if found.reason == "sole_away" else BOTH_AWAY
    if found.status == ONE and _stays_unable(child, found):
        return ONE_UNABLE
    return ""


def actual_care(child: Child, day: date, carer: Carer | None = None) -> str:
    """实际照料, one of CARERS or PARENT; "" while nobody is known and the office has not said that there is nobody."""
    if child.entrusted == NO_CARER:
        return NOBODY
    kin = (carer or carer_of(child, day)).kin
    if kin is None:
        return ""
    if is_parent(kin):
        return NOBODY if kin.able is False else PARENT
    return GRANDPARENTS if kin.relation in GRANDS else RELATIVES


def care_state(child: Child, day: date, carer: Carer | None = None, verdict: Verdict | None = None) -> str:
    """监护情况, one of STATES: 差 if there is nobody, the other parent is unable or the carer is; else by what the
    office wrote of the carer. "" while nothing is written of the carer's ability."""
    found = carer or carer_of(child, day)
    if actual_care(child, day, found) == NOBODY or cause(child, day, verdict) in (ONE_UNABLE, BOTH_UNABLE):
        return POOR
    if found.kin is None or found.kin.able is None:
        return ""
    if not found.kin.able:
        return POOR
    return GOOD if found.kin.health.strip() in WELL else FAIR


def marriage(child: Child) -> str:
    """婚姻状况 of the parents, one of MARRIAGES: as the office wrote it, else as deaths and custody tell; ""  = not
    known, since two living parents need not be married."""
    if child.marriage:
        return child.marriage
    if any(kin.custody for kin in parents(child)):
        return DIVORCED
    sides = [[kin for kin in child.kin if kin.relation in side] for side in (FATHERS, MOTHERS)]
    living = [any(kin.state == "living" for kin in side) for side in sides]
    if sum(living) != 1:
        return ""
    lost = sides[living.index(False)]
    states = {kin.state for kin in lost}
    return WIDOWED if states == {"dead"} else MISSING if "missing" in states else ""


def _stays_unable(child: Child, verdict: Verdict) -> bool:
    """Whether the parent who is not away is unable; of a claim, which does not say who is away, whether one is."""
    other = verdict.args.get("other", "")
    staying: list[Kin] = [kin for kin in parents(child) if kin.relation == other] if other else parents(child)
    return any(kin.able is False and kin.state == "living" for kin in staying)
