"""A masked school: whatever is printed of it, no ID number, phone or house can be read."""

import re
from datetime import date

import pytest

from app.activities import Activity, Held
from app.care import CareRecord, Participant
from app.pack_masking import mask_phone, masked, masked_held, masked_text
from app.sample import sample_school
from app.school import Snapshot

ID = re.compile(r"\d{17}[0-9X]")
MOBILE = re.compile(r"1[3-9]\d{9}")


@pytest.fixture(scope="module")
def school() -> Snapshot:
    return sample_school(date(2026, 11, 24), 80).snapshot


def test_nothing_private_is_left_in_the_sample_school(school: Snapshot) -> None:
    whole, shown = repr(school.children) + repr(school.staff), masked(school)
    assert ID.search(whole) and MOBILE.search(whole)
    left = repr(shown.children) + repr(shown.staff)
    assert ID.findall(left) == [] and MOBILE.findall(left) == []
    numbers = {phone.number for child in school.children.values() for kin in child.kin for phone in kin.phones}
    assert [one for one in numbers if len(one) >= 7 and one in left] == []
    assert not any("组" in child.address for child in shown.children.values())
    assert masked(shown) == shown


def test_names_days_and_the_duty_phone_stay(school: Snapshot) -> None:
    shown = masked(school)
    assert [one.name for one in shown.children.values()] == [one.name for one in school.children.values()]
    assert (shown.school, shown.pairings, shown.terms) == (school.school, school.pairings, school.terms)


@pytest.mark.parametrize(("text", "shown"), [
    ("爸爸换了号 13900467715，晚上打", "爸爸换了号 139****7715，晚上打"), ("139 0046 7715", "139****7715"),
    ("证件43312620160512004X", "证件433126********004X"), ("得了 95 分，第 1 名", "得了 95 分，第 1 名"),
    ("2026-11-24 14:10", "2026-11-24 14:10"), ("编号 139004677150", "编号 139004677150"),
])  # fmt: skip
def test_numbers_in_a_text(text: str, shown: str) -> None:
    assert masked_text(text) == shown


def test_numbers_in_records_and_activities() -> None:
    record = CareRecord(1, "talk", date(2026, 11, 24), summary="号码 13900467715",
                        participants=(Participant(1, 1, "13900467715"),))  # fmt: skip
    held = masked_held(Held(record, Activity(1, 1, write_up="打 13900467715")))
    assert "13900467715" not in repr(held)
    assert masked_held(Held(record, None)).activity is None
    assert [mask_phone(one) for one in ("13900467715", "07430036128", "6123", "")] == [
        "139****7715", "074****6128", "****", ""]  # fmt: skip
