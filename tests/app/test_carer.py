"""Who looks after the child, in the order of rules.md."""

from dataclasses import replace
from datetime import date

from app.carer import carer_of
from app.children import Care
from tests.app.families import DAY, away, child, home, kin

GRANNY = kin("祖母", name="向银花")


def test_an_entered_carer_comes_first_and_changes_with_the_day() -> None:
    aunt = replace(kin("姑母"), id=9)
    cares = (Care(1, GRANNY.id, None, date(2026, 10, 1)), Care(2, aunt.id, date(2026, 10, 1)))
    pupil = child(kin("父亲", home()), GRANNY, aunt, cares=cares)
    before, after = carer_of(pupil, date(2026, 9, 30)), carer_of(pupil, date(2026, 10, 1))
    assert before.kin == GRANNY and before.certainty == "confirmed"
    assert after.kin == aunt


def test_a_parent_confirmed_at_home_then_proposals_then_nobody() -> None:
    sure = carer_of(child(kin("父亲", away()), kin("母亲", home()), GRANNY), DAY)
    assert sure.kin is not None and (sure.kin.relation, sure.certainty) == ("母亲", "confirmed")
    guess = carer_of(child(kin("父亲", away()), GRANNY, kin("母亲", home(sure=False))), DAY)
    assert guess.kin is not None and (guess.kin.relation, guess.certainty) == ("母亲", "proposed")
    other = carer_of(child(kin("父亲", away()), kin("姐姐"), GRANNY), DAY)
    assert other.kin == GRANNY and other.certainty == "proposed"
    assert carer_of(child(kin("父亲", away()), kin("母亲", away())), DAY).certainty == "missing"


def test_the_dead_and_the_parent_without_custody_do_not_look_after_a_child() -> None:
    gone = replace(GRANNY, state="dead")
    pupil = child(kin("母亲", home(), custody="none"), gone, cares=(Care(1, gone.id),))
    assert carer_of(pupil, DAY).kin is None
