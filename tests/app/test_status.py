"""The two official meanings of left-behind, case by case as rules.md words them."""

from datetime import date

import pytest

from app.children import Child, Claim, Override
from app.status import civil_status, disagreement, is_rural, register_status
from tests.app.families import DAY, away, child, home, kin

RECENT = date(2026, 10, 1)
BOTH_AWAY = (kin("父亲", away()), kin("母亲", away()))
ONE_AWAY = (kin("父亲", away()), kin("母亲", home()))

CASES: list[tuple[str, Child, tuple[str, str, str], bool | None]] = [
    ("both away", child(*BOTH_AWAY), ("both_away", "facts", "both_away"), True),
    ("one away", child(*ONE_AWAY), ("one_away", "facts", "one_away"), False),
    ("one away, other unable", child(kin("父亲", away()), kin("母亲", home(), able=False)),
     ("one_away", "facts", "one_away"), True),
    ("both home", child(kin("父亲", home()), kin("母亲", home())), ("none", "facts", "none_away"), False),
    ("away for less than three months", child(kin("父亲", away(since=RECENT)), kin("母亲", home())),
     ("none", "facts", "short_away"), False),
    ("three months to the day", child(kin("父亲", away(since=date(2026, 8, 24))), kin("母亲", home())),
     ("one_away", "facts", "one_away"), False),
    ("moved on to another place",
     child(kin("父亲", away("佛山", date(2025, 3, 1), RECENT), away("东莞", RECENT, row=5)), kin("母亲", home())),
     ("one_away", "facts", "one_away"), False),
    ("came home in October", child(kin("父亲", away()), kin("母亲", away("昆山", None, RECENT), home(RECENT))),
     ("one_away", "facts", "one_away"), False),
    ("mother dead, father away", child(kin("父亲", away()), kin("母亲", state="dead")),
     ("both_away", "facts", "sole_away"), True),
    ("mother missing, father at home", child(kin("父亲", home()), kin("母亲", state="missing")),
     ("none", "facts", "sole_home"), False),
    ("divorced, custodial father away, mother at home elsewhere",
     child(kin("父亲", away(), custody="sole"), kin("母亲", home(), custody="none")),
     ("both_away", "facts", "sole_away"), True),
    ("custodial mother away, stepfather at home",
     child(kin("父亲", custody="none"), kin("母亲", away(), custody="sole"), kin("继父或养父", home())),
     ("one_away", "facts", "one_away"), False),
    ("both dead", child(kin("父亲", state="dead"), kin("母亲", state="dead")), ("none", "facts", "both_dead"), False),
    ("facts beat the claim", child(*ONE_AWAY, claim="both_away"), ("one_away", "facts", "one_away"), False),
    ("one place unconfirmed: the claim counts",
     child(kin("父亲", away()), kin("母亲", away(sure=False)), claim="one_away"), ("one_away", "claim", "claim"), None),
    ("mother not in the file: the claim counts", child(kin("父亲", away()), claim="both_away"),
     ("both_away", "claim", "claim"), True),
    ("claim none", child(claim="none"), ("none", "claim", "claim"), False),
    ("nothing known", child(), ("none", "nothing", "nothing"), None),
    ("household blank", child(*BOTH_AWAY, household=""), ("both_away", "facts", "both_away"), None),
    ("household not rural", child(*BOTH_AWAY, household="非农业户口"), ("both_away", "facts", "both_away"), False),
    ("sixteen today", child(*BOTH_AWAY, birth="2010-11-24"), ("both_away", "facts", "both_away"), False),
    ("sixteen tomorrow", child(*BOTH_AWAY, birth="2010-11-25"), ("both_away", "facts", "both_away"), True),
    ("perhaps sixteen this month", child(*BOTH_AWAY, birth="2010-11"), ("both_away", "facts", "both_away"), True),
    ("surely sixteen by the year", child(*BOTH_AWAY, birth="2009"), ("both_away", "facts", "both_away"), False),
    ("sixteen by the ID number", child(*BOTH_AWAY, birth="", id_number="433123201011240046"),
     ("both_away", "facts", "both_away"), False),
]


@pytest.mark.parametrize(("pupil", "register", "civil"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_worked_examples(pupil: Child, register: tuple[str, str, str], civil: bool | None) -> None:
    verdict = register_status(pupil, DAY)
    assert (verdict.status, verdict.basis, verdict.reason) == register
    assert civil_status(pupil, DAY).value is civil


def test_why_a_sole_parent_counts_as_both() -> None:
    verdict = register_status(child(kin("父亲", away()), kin("母亲", state="dead")), DAY)
    assert verdict.args == {"who": "父亲", "other": "母亲", "why": "dead"}


def test_the_offices_word_beats_all_and_ends_with_its_period() -> None:
    word = Override(1, "register", "none", "外婆作证父亲在家", date(2026, 10, 1), date(2026, 12, 1))
    pupil = child(*BOTH_AWAY, overrides=(word, Override(2, "civil", "yes", "村里核实", date(2026, 11, 1))))
    assert register_status(pupil, DAY).reason == "override"
    assert register_status(pupil, DAY).args["text"] == "外婆作证父亲在家"
    assert register_status(pupil, date(2026, 12, 1)).status == "both_away"
    assert civil_status(pupil, DAY).value is True
    assert civil_status(pupil, date(2026, 10, 31)).reason == "both_away"


def test_a_claim_holds_from_its_day_and_the_latest_counts() -> None:
    claims = (Claim(1, "one_away", date(2026, 9, 1)), Claim(2, "both_away", date(2026, 11, 1)))
    pupil = child(claims=claims)
    days = (date(2026, 8, 31), date(2026, 9, 1), date(2026, 11, 1))
    assert [register_status(pupil, day).status for day in days] == ["none", "one_away", "both_away"]


def test_facts_against_the_claim_are_shown_even_under_an_override() -> None:
    found = disagreement(child(*ONE_AWAY, claim="both_away"), DAY)
    assert found is not None
    assert (found.facts, found.claim) == ("one_away", "both_away")
    assert disagreement(child(*ONE_AWAY, claim="one_away"), DAY) is None
    assert disagreement(child(kin("父亲", away(sure=False)), claim="none"), DAY) is None


@pytest.mark.parametrize(("household", "rural"), [("农业户口", True), ("农村居民", True), ("农业家庭户", True),
                                                  ("非农业户口", False), ("城镇户口", False), ("", None),
                                                  ("居民户口", None)])
def test_rural_households(household: str, rural: bool | None) -> None:
    assert is_rural(household) is rural
