"""What was given together, who is still to be thanked, whose cover ends, who has none."""

from datetime import date, timedelta

from app.gifts import COMING, PAST, SOON, VALID, Cover, Gift, Wish, donations, policies
from app.insurance import endings, uncovered
from app.inventory import IN, Donor, Movement
from app.sample import sample_school
from app.thanks import by_donor

DAY = date(2026, 10, 15)
CHARITY, SHOP = Donor(1, "春苗公益"), Donor(2, "爱心超市")


def gift(key: int, child: int | None, what: str = "雨伞", donor: int | None = 1, **more: object) -> Gift:
    return Gift(key, None, donor, child, DAY, what, **more)  # type: ignore[arg-type]


def test_gifts_of_one_day_to_many_children_are_one_donation() -> None:
    found = donations([gift(1, 11, value_fen=2500), gift(2, 12, value_fen=2500, count=2), gift(3, None, "图书角"),
                     gift(4, 13, donor=2, value_fen=2500)])  # fmt: skip
    umbrellas = next(one for one in found if one.first.donor_id == 1 and one.children)
    assert (umbrellas.children, umbrellas.count, umbrellas.worth) == ([11, 12], 3, 7500)
    school = next(one for one in found if one.first.what == "图书角")
    assert (school.children, school.count, school.worth) == ([], 1, None)
    assert len(found) == 3


def test_a_donation_is_thanked_for_once_all_of_it_is() -> None:
    half, = donations([gift(1, 11, thanked_on=DAY), gift(2, 12)])
    assert half.thanked_on is None and half.is_owed
    whole, = donations([gift(1, 11, thanked_on=DAY), gift(2, 12, thanked_on=DAY + timedelta(1))])
    assert whole.thanked_on == DAY + timedelta(1) and not whole.is_owed
    nobody, = donations([gift(1, 11, donor=None)])
    assert not nobody.is_owed, "there is nobody to thank"


def test_a_donor_is_owed_thanks_for_gifts_goods_and_cover_that_came_after_the_last() -> None:
    goods = [Movement(1, 5, IN, DAY, 24, 1, donor_id=1)]
    cover = policies([Cover(1, 11, 1, insurer="人保", from_day=DAY)])
    given, = by_donor([CHARITY], [], goods, cover, [])
    assert given.is_owed and given.worth({5: 3500}) == 84_000 and given.children == {11}
    thanked, = by_donor([Donor(1, "春苗公益", thanked_on=DAY)], [], goods, cover, [])
    assert not thanked.is_owed
    later = [*goods, Movement(2, 5, IN, DAY + timedelta(1), 1, 1, donor_id=1)]
    again, = by_donor([Donor(1, "春苗公益", thanked_on=DAY)], [], later, [], [])
    assert [one.id for one in again.owed_goods] == [2]


def test_who_is_still_to_be_thanked_comes_first() -> None:
    old = donations([Gift(1, None, 2, 11, DAY - timedelta(90), "米", thanked_on=None)])
    new = donations([gift(2, 12, thanked_on=DAY)])
    found = by_donor([CHARITY, SHOP, Donor(3, "没捐过")], [*new, *old], [], [], [Wish(1, 12, "书包", donor_id=1)])
    assert [one.donor.name for one in found] == ["爱心超市", "春苗公益", "没捐过"]
    assert found[1].children == {12} and found[2].last is None


def test_cover_says_how_it_stands_on_a_day() -> None:
    one = Cover(1, 11, from_day=DAY, until_day=DAY + timedelta(100))
    states = {step: one.state(DAY + timedelta(step)) for step in (-1, 0, 69, 70, 100, 101)}
    assert states == {-1: COMING, 0: VALID, 69: VALID, 70: SOON, 100: SOON, 101: PAST}
    assert Cover(2, 11).state(DAY) == VALID


def test_cover_that_ends_is_said_once_for_all_of_a_policy_and_not_for_who_has_longer_cover() -> None:
    snapshot = sample_school(DAY, 40).snapshot
    first, second, third = sorted(snapshot.children)[:3]
    soon = DAY + timedelta(20)
    covers = [Cover(1, first, insurer="人保", until_day=soon), Cover(2, second, insurer="人保", until_day=soon),
              Cover(3, second, insurer="人保", until_day=soon + timedelta(365)),
              Cover(4, third, insurer="平安", until_day=DAY - timedelta(31))]  # fmt: skip
    found = endings(covers, snapshot, DAY)
    assert [(one.until_day, one.children) for one in found] == [(soon, (first,))]
    assert [one.until_day for one in endings(covers, snapshot, DAY - timedelta(1))] == [DAY - timedelta(31), soon]
    lacking = uncovered(covers, snapshot, DAY)
    assert first not in lacking and second not in lacking and third in lacking


def test_a_policy_holds_the_numbers_of_its_children() -> None:
    one, = policies([Cover(1, 11, insurer="人保", number="A1"), Cover(2, 12, insurer="人保", number="A2")])
    assert one.numbers == ["A1", "A2"] and one.children == [11, 12]
