"""A masked school: whatever is printed of it, no ID number, phone or house can be read."""

import re
from datetime import date

import pytest

from app.activities import Activity, Held
from app.care import CareRecord, Participant
from app.pack_masking import masked, masked_held, masked_text
from app.phones import mask_phone
from app.sample import sample_school
from app.school import Snapshot
from app.status import birth_of

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
    assert not re.search(r"村.{0,3}组|\d号", left)
    # The birth date is on the papers: with the last four digits beside it the number would be whole again.
    assert {one.id_number for one in shown.children.values() if one.id_number} == {
        one.id_number[:6] + "*" * (len(one.id_number) - 6) for one in school.children.values() if one.id_number}
    assert [one.birth for one in shown.children.values()] == [birth_of(one) for one in school.children.values()]
    assert masked(shown) == shown


def test_names_days_and_the_duty_phone_stay(school: Snapshot) -> None:
    shown = masked(school)
    assert [one.name for one in shown.children.values()] == [one.name for one in school.children.values()]
    assert (shown.school, shown.pairings, shown.terms) == (school.school, school.pairings, school.terms)


@pytest.mark.parametrize(("text", "shown"), [
    ("爸爸换了号 13900467715，晚上打", "爸爸换了号 139****7715，晚上打"), ("139 0046 7715", "139****7715"),
    ("证件43312620160512004X", "证件433126************"),
    ("学籍号 G43312620160512004X", "学籍号 G433126************"), ("家里 0743-0036128", "家里 0743****6128"),
    ("住青石坪村3组41号，近", "住青石坪村，近"), ("搬到七组 12 号了", "搬到了"), ("长安镇振安路12号3栋", "长安镇振安路"),
    ("青石坪村村委会，三组长", "青石坪村村委会，三组长"), ("在 5 号教室", "在 5 号教室"), ("得了 95 分，第 1 名", "得了 95 分，第 1 名"),
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
        "139****7715", "0743****6128", "****", ""]  # fmt: skip
