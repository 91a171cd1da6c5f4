"""What each verb of gifts, insurance, wishes and thanks writes, and what it refuses."""

from datetime import date, timedelta

import pytest

from app.changes import Change, Delete, Insert, New, Update
from app.edits.donors import DonorTold, change_donor, delete_donor, thank, thank_for, unite
from app.edits.gifts import (
    CoverTold,
    GiftTold,
    MetTold,
    WishTold,
    change_donation,
    change_policy,
    change_wish,
    give,
    insure,
    meet_wish,
    number_cover,
    reopen_wish,
    wish_for,
)
from app.gifts import Cover, Donation, Gift, Policy, Wish
from app.inventory import IN, Donor, Movement
from app.thanks import Given
from app.values import BadValue

DAY = date(2026, 10, 15)
KNOWN = [Donor(4, "春苗公益", "charity", phone="13800132207")]
UMBRELLAS = GiftTold(DAY, "雨伞", 1, 2500, "春苗公益", 7)
GIVEN = Donation((Gift(1, 7, 4, 11, DAY, "雨伞", 1, 2500), Gift(2, 7, 4, 12, DAY, "雨伞", 2, 2500)))
COVER = CoverTold("中国人保", "意外险", "P-1", 3_000_000, DAY, DAY + timedelta(364), "春苗公益")
POLICY = Policy((Cover(1, 11, 4, None, "中国人保", "P-1", "意外险", 3_000_000, DAY, DAY + timedelta(364)),
                 Cover(2, 12, 4, None, "中国人保", "P-1", "意外险", 3_000_000, DAY, DAY + timedelta(364))))  # fmt: skip


def inserted(changes: list[Change], table: str) -> list[Insert]:
    return [one for one in changes if isinstance(one, Insert) and one.table == table]


def refused(field: str, reason: str) -> pytest.RaisesExc[BadValue]:
    return pytest.RaisesExc(BadValue, check=lambda error: (error.field, error.reason) == (field, reason))


def test_a_gift_to_many_is_a_row_for_each_and_one_to_the_school_a_single_row() -> None:
    rows = inserted(give(UMBRELLAS, [11, 12, 11], KNOWN), "gift")
    assert [one.values["child_id"] for one in rows] == [11, 12]
    assert {(one.values["donor_id"], one.values["activity_id"], one.values["value_fen"]) for one in rows} == {
        (4, 7, 2500)}
    school, = inserted(give(UMBRELLAS, [], KNOWN), "gift")
    assert school.values["child_id"] is None


def test_a_donor_nobody_knows_is_entered_once_with_the_gift() -> None:
    changes = give(GiftTold(DAY, "米", donor=" 镇政府 "), [11, 12], KNOWN)
    donor, = inserted(changes, "donor")
    assert donor.values == {"name": "镇政府"} and changes[0] is donor
    assert {one.values["donor_id"] for one in inserted(changes, "gift")} == {New(donor.token)}


@pytest.mark.parametrize(("told", "field", "reason"), [
    (GiftTold(DAY, " "), "what", "empty"), (GiftTold(DAY, "米", 0), "count", "too_few"),
])  # fmt: skip
def test_a_gift_says_what_and_how_many(told: GiftTold, field: str, reason: str) -> None:
    with refused(field, reason):
        give(told, [11], KNOWN)


def test_changing_a_donation_touches_what_differs_and_lets_children_come_and_go() -> None:
    told = GiftTold(DAY, "雨伞", 1, 3000, "春苗公益", 7)
    changes = change_donation(GIVEN, told, [12, 13], KNOWN)
    assert Delete("gift", 1) in changes and Update("gift", 2, {"value_fen": 3000}) in changes
    fresh, = inserted(changes, "gift")
    assert (fresh.values["child_id"], fresh.values["value_fen"]) == (13, 3000)
    assert change_donation(GIVEN, UMBRELLAS, [11, 12], KNOWN) == [], "who got two keeps two"


def test_insurance_names_its_insurer_and_somebody_and_does_not_end_before_it_begins() -> None:
    rows = inserted(insure(COVER, [11, 12], KNOWN), "insurance")
    assert [(one.values["child_id"], one.values["number"], one.values["until_day"]) for one in rows] == [
        (11, "P-1", "2027-10-14"), (12, "P-1", "2027-10-14")]
    with refused("insurer", "empty"):
        insure(CoverTold(" "), [11], KNOWN)
    with refused("children", "empty"):
        insure(COVER, [], KNOWN)
    with refused("until_day", "too_early"):
        insure(CoverTold("人保", from_day=DAY, until_day=DAY - timedelta(1)), [11], KNOWN)


def test_a_policy_is_changed_for_all_and_a_number_for_one() -> None:
    longer = CoverTold("中国人保", "意外险", "P-1", 3_000_000, DAY, DAY + timedelta(400), "春苗公益")
    assert change_policy(POLICY, longer, [11], KNOWN) == [
        Update("insurance", 1, {"until_day": (DAY + timedelta(400)).isoformat()}), Delete("insurance", 2)]
    assert change_policy(POLICY, COVER, [11, 12], KNOWN) == []
    assert number_cover(POLICY.covers[1], "P-2") == [Update("insurance", 2, {"number": "P-2"})]
    mixed = Policy((POLICY.covers[0], Cover(2, 12, 4, None, "中国人保", "P-2", "意外险", 3_000_000, DAY,
                                            DAY + timedelta(364))))  # fmt: skip
    blank = CoverTold("中国人保", "意外险", "", 3_000_000, DAY, DAY + timedelta(364), "春苗公益")
    assert change_policy(mixed, blank, [11, 12], KNOWN) == [], "each keeps its own number"


def test_a_wish_is_said_met_and_opened_again() -> None:
    rows = inserted(wish_for(WishTold("一双球鞋", DAY), [11, 12]), "wish")
    assert [one.values["child_id"] for one in rows] == [11, 12]
    wish = Wish(3, 11, "一双球鞋", DAY)
    assert change_wish(wish, WishTold("一双回力球鞋", DAY)) == [Update("wish", 3, {"wish": "一双回力球鞋"})]
    donor, met = meet_wish(wish, MetTold(DAY + timedelta(5), "送到家里", "爱心超市"), KNOWN)
    assert isinstance(donor, Insert) and isinstance(met, Update)
    assert (met.values["met_on"], met.values["donor_id"]) == ("2026-10-20", New(donor.token))
    with refused("met_on", "too_early"):
        meet_wish(wish, MetTold(DAY - timedelta(1)), KNOWN)
    met_wish = Wish(3, 11, "一双球鞋", DAY, DAY, "送到家里", 4)
    assert reopen_wish(met_wish) == [
        Update("wish", 3, {"met_on": None, "how": "", "donor_id": None, "activity_id": None})]


def test_thanks_mark_gifts_and_for_goods_the_donor() -> None:
    goods = [Movement(9, 5, IN, DAY, 24, 1, donor_id=4)]
    whole = thank(Given(KNOWN[0], [GIVEN], goods), DAY)
    said = {"thanked_on": "2026-10-15"}
    assert whole == [Update("gift", 1, said), Update("gift", 2, said), Update("donor", 4, said)]
    assert thank_for(GIVEN, DAY) == whole[:2]
    with refused("thanked_on", "not_here"):
        thank(Given(Donor(4, "春苗公益", thanked_on=DAY), [], goods), DAY)


def test_a_donor_has_a_name_of_its_own_and_stays_while_something_was_given() -> None:
    with refused("name", "taken"):
        change_donor(Donor(5, "米店"), DonorTold("春苗公益"), KNOWN)
    with refused("phone", "not_a_phone"):
        change_donor(KNOWN[0], DonorTold("春苗公益", phone="问李姐"), KNOWN)
    assert change_donor(KNOWN[0], DonorTold("春苗公益", "charity", "李姐", "138 0013 2207"), KNOWN) == [
        Update("donor", 4, {"contact": "李姐"})]
    assert delete_donor(Given(KNOWN[0])) == [Delete("donor", 4)]
    with refused("name", "still_here"):
        delete_donor(Given(KNOWN[0], [GIVEN]))


def test_two_entries_of_one_donor_are_united_and_what_is_owed_stays_owed() -> None:
    goods = [Movement(9, 5, IN, DAY, 24, 1, donor_id=5)]
    other = Given(Donor(5, "春苗", contact="李姐"), [], goods, [], [Wish(3, 11, "球鞋", donor_id=5)])
    kept = Given(Donor(4, "春苗公益", "charity", "", "13800132207", thanked_on=DAY), [GIVEN], [], [POLICY])
    changes = unite(other, kept)
    assert changes == [
        Update("movement", 9, {"donor_id": 4}), Update("wish", 3, {"donor_id": 4}),
        Update("donor", 4, {"contact": "李姐", "thanked_on": None}), Delete("donor", 5)]
    paid = Given(Donor(5, "春苗", thanked_on=DAY - timedelta(3)), [], goods)
    assert Update("donor", 4, {"thanked_on": "2026-10-12"}) in unite(paid, kept)
    with refused("into", "same_donor"):
        unite(kept, kept)
