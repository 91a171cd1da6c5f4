"""Whom to ring first, and who answers if nobody takes it."""

from dataclasses import replace
from datetime import date

from app.children import Care, Phone
from app.dialling import calls
from tests.app.families import away, child, home, kin

DAY = date(2026, 11, 24)


def numbers(*family: object, kind: str, cares: tuple[Care, ...] = ()) -> list[str]:
    return [call.phone.number for call in calls(replace(child(*family), cares=cares), kind, DAY)]  # type: ignore[arg-type]


def test_parents_away_first_then_who_looks_after_the_child() -> None:
    family = (
        kin("祖母", phone="03"), kin("叔父", phone="04", id=9), kin("父亲", home(), phone="02"), kin("母亲", away(), phone="01"),
    )
    cared = (Care(1, 3),)
    assert numbers(*family, kind="family_call", cares=cared) == ["01", "02", "03", "04"]
    assert numbers(*family, kind="carer_contact", cares=cared) == ["03", "02", "01", "04"]
    assert calls(replace(child(*family), cares=cared), "home_visit", DAY)[0].cares


def test_dead_numbers_come_last_and_the_dead_not_at_all() -> None:
    father = replace(kin("父亲", away()), phones=(Phone(1, "01", "停机"), Phone(2, "02")))
    family = (father, kin("母亲", away(), phone="03"), kin("祖父", phone="04", state="dead"))
    assert numbers(*family, kind="family_call") == ["03", "02", "01"]
    assert [call.works for call in calls(child(*family), "family_call", DAY)] == [True, True, False]
