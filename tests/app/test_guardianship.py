"""What the registration form ticks: cause, actual care, care status and marriage, from facts alone (domain.md §2)."""

from dataclasses import replace

import pytest

from app.children import Care, Override
from app.guardianship import (
    BOTH_AWAY,
    BOTH_UNABLE,
    FAIR,
    GOOD,
    GRANDPARENTS,
    NOBODY,
    ONE_UNABLE,
    PARENT,
    POOR,
    RELATIVES,
    actual_care,
    care_state,
    cause,
    marriage,
)
from tests.app.families import DAY, away, child, home, kin

FATHER, MOTHER = kin("父亲", away()), kin("母亲", away())
GRANNY = kin("祖母", able=True, health="健康")


def test_the_cause_follows_who_is_away_and_who_is_able() -> None:
    assert cause(child(FATHER, MOTHER), DAY) == BOTH_AWAY
    at_home = kin("母亲", home())
    assert cause(child(FATHER, at_home), DAY) == ""
    assert cause(child(FATHER, replace(at_home, able=False)), DAY) == ONE_UNABLE
    both = child(replace(FATHER, able=False), replace(at_home, able=False))
    assert cause(both, DAY) == BOTH_UNABLE
    assert cause(child(kin("父亲", home()), at_home), DAY) == ""


@pytest.mark.parametrize("lost", [{"state": "dead"}, {"state": "missing"}, {"custody": "none"}])
def test_a_sole_parent_away_leaves_nobody_able_behind(lost: dict[str, str]) -> None:
    father = replace(FATHER, custody="sole" if "custody" in lost else "")
    assert cause(child(father, kin("母亲", **lost)), DAY) == ONE_UNABLE


def test_a_claim_and_an_override_say_both_away_but_not_more_than_they_know() -> None:
    assert cause(child(claim="both_away"), DAY) == BOTH_AWAY
    assert cause(child(claim="one_away"), DAY) == ""
    assert cause(child(kin("父亲"), kin("母亲", able=False), claim="one_away"), DAY) == ONE_UNABLE
    ruled = child(overrides=(Override(1, "register", "both_away", "说明", DAY),))
    assert cause(ruled, DAY) == BOTH_AWAY
    assert cause(child(), DAY) == ""


def test_actual_care_is_by_the_carers_relation() -> None:
    assert actual_care(child(FATHER, MOTHER, GRANNY), DAY) == GRANDPARENTS
    aunt = replace(kin("姑母"), id=9)
    assert actual_care(child(FATHER, MOTHER, GRANNY, aunt, cares=(Care(1, 9),)), DAY) == RELATIVES
    assert actual_care(child(FATHER, kin("母亲", home())), DAY) == PARENT
    assert actual_care(child(FATHER, kin("母亲", home(), able=False)), DAY) == NOBODY
    assert actual_care(child(FATHER, MOTHER), DAY) == "", "nobody known is not the same as nobody there"
    assert actual_care(child(FATHER, MOTHER, GRANNY, entrusted="无照料人"), DAY) == NOBODY


def test_the_care_status_has_the_published_tests() -> None:
    assert care_state(child(FATHER, MOTHER, GRANNY), DAY) == GOOD
    assert care_state(child(FATHER, MOTHER, replace(GRANNY, health="残疾")), DAY) == FAIR
    assert care_state(child(FATHER, MOTHER, replace(GRANNY, able=False)), DAY) == POOR
    assert care_state(child(FATHER, MOTHER, replace(GRANNY, able=None)), DAY) == ""
    assert care_state(child(FATHER, MOTHER), DAY) == ""
    assert care_state(child(FATHER, MOTHER, entrusted="无照料人"), DAY) == POOR
    unable = kin("母亲", home(), able=False)
    assert care_state(child(FATHER, unable, GRANNY, cares=(Care(1, GRANNY.id),)), DAY) == POOR


def test_the_marriage_is_as_written_else_as_deaths_and_custody_tell() -> None:
    assert marriage(child(FATHER, MOTHER)) == "", "two living parents need not be married"
    assert marriage(child(FATHER, MOTHER, marriage="在婚")) == "在婚"
    assert marriage(child(FATHER, kin("母亲", state="dead"))) == "丧偶"
    assert marriage(child(FATHER, kin("母亲", state="missing"))) == "一方失踪"
    assert marriage(child(replace(FATHER, custody="sole"), MOTHER)) == "离异"
    assert marriage(child(kin("父亲", state="dead"), kin("母亲", state="dead"))) == ""
    married_again = child(FATHER, kin("母亲", state="dead"), replace(kin("继母或养母"), id=8))
    assert marriage(married_again) == ""
