"""Whether a child is left-behind on a day, by the student register's and by civil affairs' meaning (domain.md §2).

Both are functions of the dated facts, claims and overrides and of the day; nothing is stored. A fact counts for the
days of its period, no matter when somebody confirmed it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app import idnumber
from app.children import Child, Claim, Kin, Override
from app.days import age_on
from app.kinship import FATHERS, MOTHERS
from app.periods import latest
from app.whereabouts import away_long, confirmed, is_parent

NONE, ONE, BOTH = "none", "one_away", "both_away"
CIVIL_AGE = 16
"""Years from which on civil affairs do not count a child; a vague birth counts as the latest day it can be."""
NO_ARGS: Mapping[str, str] = {}


@dataclass(slots=True)
class Verdict:
    """The register's meaning of one day, and why."""

    status: str
    """"none", "one_away" or "both_away"."""
    basis: str
    """"override", "facts", "claim" or "nothing"."""
    reason: str
    """override · both_away one_away none_away short_away sole_away sole_home both_dead · claim · nothing."""
    args: Mapping[str, str] = field(default_factory=dict)
    """What the sentence needs: who (relation), other (relation), why (dead missing unknown custody), source, day,
    text."""


@dataclass(slots=True)
class CivilVerdict:
    """Civil affairs' meaning of one day (国发〔2016〕13号), and why. None = not known, to be checked."""

    value: bool | None
    reason: str
    """override · age household household_blank household_unclear · both_away one_unable one_able none_away ·
    claim_both claim_one claim_none · nothing."""
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Disagreement:
    """The confirmed facts say one thing, the register's file another."""

    facts: str
    claim: str
    source: str


@dataclass(slots=True)
class Judgement:
    """Both meanings of one day, and where facts and claim differ."""

    register: Verdict
    civil: CivilVerdict
    disagreement: Disagreement | None


@dataclass(slots=True)
class _Family:
    """The parents that count, and why a side has none."""

    counting: list[Kin]
    absent: str = ""
    """Why only one counts: dead, missing, unknown or custody; "" if both do."""
    absent_kin: str = ""
    complete: bool = True
    """False while a side of the family is not recorded at all."""


def register_status(child: Child, day: date) -> Verdict:
    """The child's status that day by the student register's meaning: the office's override; else the facts, once
    every living parent's place is confirmed; else the latest claim (rules.md)."""
    return _register(child, day, _by_facts(child, day), claim_on(child, day))


def civil_status(child: Child, day: date) -> CivilVerdict:
    """Whether the child is left-behind that day by civil affairs' meaning (rules.md)."""
    return judge(child, day).civil


def disagreement(child: Child, day: date) -> Disagreement | None:
    """The facts and the claim of that day where they differ; None where they agree or one of them is lacking."""
    return judge(child, day).disagreement


def judge(child: Child, day: date) -> Judgement:
    """Both meanings of one day, from one look at the facts."""
    facts = _by_facts(child, day)
    claim = claim_on(child, day)
    register = _register(child, day, facts, claim)
    differs = None
    if facts is not None and claim is not None and facts.status != claim.status:
        differs = Disagreement(facts.status, claim.status, claim.source)
    return Judgement(register, _civil(child, day, facts, claim), differs)


def _register(child: Child, day: date, facts: Verdict | None, claim: Claim | None) -> Verdict:
    override = _override(child, "register", day)
    if override is not None:
        return Verdict(override.status, "override", "override", {"text": override.reason})
    return facts or _by_claim(claim)


def claim_on(child: Child, day: date) -> Claim | None:
    """The latest claim that holds on that day."""
    found: Claim | None = None
    for claim in child.claims:
        if claim.from_day <= day and (found is None or (claim.from_day, claim.id) >= (found.from_day, found.id)):
            found = claim
    return found


def _civil(child: Child, day: date, facts: Verdict | None, claim: Claim | None) -> CivilVerdict:
    override = _override(child, "civil", day)
    if override is not None:
        return CivilVerdict(override.status == "yes", "override", {"text": override.reason})
    birth = birth_of(child)
    if (age_on(birth, day) or 0) >= CIVIL_AGE:
        return CivilVerdict(False, "age", {"birth": birth})
    rural = is_rural(child.household)
    if rural is False:
        return CivilVerdict(False, "household", {"household": child.household})
    if rural is None:
        return CivilVerdict(None, "household_unclear" if child.household.strip() else "household_blank",
                            {"household": child.household})
    return _civil_by_claim(claim) if facts is None else _civil_by_facts(child, facts)


def birth_of(child: Child) -> str:
    """The birth as stored, else as the ID number says it."""
    return child.birth or idnumber.birth_of(child.id_number)


def is_rural(household: str) -> bool | None:
    """Whether a 户口性质 is rural: 农业户口, 农村… yes; 非农业, 城镇, 城市 no; blank or other (居民户口): None."""
    text = household.strip()
    if text.startswith("农"):
        return True
    if "非农" in text or "城" in text:
        return False
    return True if "农" in text else None


def _override(child: Child, meaning: str, day: date) -> Override | None:
    if not child.overrides:
        return None
    return latest([o for o in child.overrides if o.meaning == meaning], day)


def _family(child: Child) -> _Family:
    fathers = [kin for kin in child.kin if kin.relation in FATHERS]
    mothers = [kin for kin in child.kin if kin.relation in MOTHERS]
    if len(fathers) == len(mothers) == 1 and _counts(fathers[0]) and _counts(mothers[0]):
        return _Family([fathers[0], mothers[0]])
    sole = [kin for kin in fathers + mothers if kin.custody == "sole" and kin.state == "living"]
    family = _Family([])
    for side in (fathers, mothers):
        kin = next((one for one in side if one.state == "living" and one.custody != "none"), None)
        if kin is not None and (not sole or kin in sole or kin.relation not in ("父亲", "母亲")):
            family.counting.append(kin)
        elif side:
            first = side[0]
            family.absent = first.state if first.state != "living" else "custody"
            family.absent_kin = first.relation
        elif sole:
            family.absent = "custody"
        else:
            family.complete = False
    return family


def _counts(kin: Kin) -> bool:
    """A parent of whom nothing special is known."""
    return kin.state == "living" and not kin.custody


def _by_facts(child: Child, day: date) -> Verdict | None:
    """What the confirmed facts say, or None while they do not settle it."""
    for kin in child.kin:
        if kin.whereabouts or kin.state == "dead":
            break
    else:
        return None
    family = _family(child)
    if not family.complete:
        return None
    away: list[Kin] = []
    short: list[Kin] = []
    for kin in family.counting:
        where = confirmed(kin, day)
        if where is None:
            return None
        if where.kind == "away":
            (away if away_long(kin, where, day) else short).append(kin)
    if not family.counting:
        return _nobody(child)
    if family.absent:
        return _by_one_parent(family, bool(away), short)
    if len(away) == 2:
        return Verdict(BOTH, "facts", "both_away", NO_ARGS)
    if away:
        other = next(kin for kin in family.counting if kin not in away)
        return Verdict(ONE, "facts", "one_away", {"who": away[0].relation, "other": other.relation})
    if short:
        return Verdict(NONE, "facts", "short_away", {"who": short[0].relation})
    return Verdict(NONE, "facts", "none_away", NO_ARGS)


def _by_one_parent(family: _Family, away: bool, short: list[Kin]) -> Verdict:
    """Only one parent counts: away means nobody is left at home, as if both were away."""
    args = {"who": family.counting[0].relation, "other": family.absent_kin, "why": family.absent}
    if away:
        return Verdict(BOTH, "facts", "sole_away", args)
    return Verdict(NONE, "facts", "short_away" if short else "sole_home", args)


def _nobody(child: Child) -> Verdict | None:
    """No parent counts: with both dead nobody is away; a missing or unknown parent leaves it to the claim."""
    if all(kin.state == "dead" for kin in child.kin if is_parent(kin)):
        return Verdict(NONE, "facts", "both_dead", NO_ARGS)
    return None


def _by_claim(claim: Claim | None) -> Verdict:
    if claim is None:
        return Verdict(NONE, "nothing", "nothing", NO_ARGS)
    return Verdict(claim.status, "claim", "claim", {"source": claim.source, "day": claim.from_day.isoformat()})


def _civil_by_facts(child: Child, facts: Verdict) -> CivilVerdict:
    if facts.status == BOTH:
        return CivilVerdict(True, "both_away", facts.args)
    if facts.status == NONE:
        return CivilVerdict(False, "none_away", facts.args)
    other = facts.args["other"]
    unable = any(kin.relation == other and kin.able is False for kin in child.kin)
    return CivilVerdict(unable, "one_unable" if unable else "one_able", facts.args)


def _civil_by_claim(claim: Claim | None) -> CivilVerdict:
    if claim is None:
        return CivilVerdict(None, "nothing")
    if claim.status == BOTH:
        return CivilVerdict(True, "claim_both")
    return CivilVerdict(None, "claim_one") if claim.status == ONE else CivilVerdict(False, "claim_none")
