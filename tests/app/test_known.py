"""The five things known, each missing and each known."""

from dataclasses import replace

import pytest

from app.children import Child, Kin, Phone
from app.known import KEYS, missing
from tests.app.families import DAY, away, child, home, kin

DAD, MUM = kin("父亲", away()), kin("母亲", away(), name="田玉琴")
GRANNY = kin("祖母", name="向银花")


def dead_number(one: Kin) -> Kin:
    return replace(one, phones=(Phone(1, "13900467715", "停机"),))


def silent(one: Kin) -> Kin:
    """Nobody wrote where this parent is."""
    return replace(one, whereabouts=())


@pytest.mark.parametrize(
    ("pupil", "lacking"),
    [
        (child(DAD, MUM, GRANNY), ()),
        (child(), ("parents_names", "parents_phones", "carer_name", "carer_phone")),
        (child(DAD, GRANNY), ("parents_names",)),
        (child(DAD, replace(MUM, name=""), GRANNY), ("parents_names",)),
        (child(DAD, replace(MUM, name="", state="unknown"), GRANNY), ()),
        (child(DAD, replace(MUM, name="", state="dead", whereabouts=()), GRANNY), ()),
        (child(DAD, replace(MUM, whereabouts=(away("外出务工"),)), GRANNY), ("work_places",)),
        (child(DAD, replace(MUM, whereabouts=(away("", sure=False),)), GRANNY), ("work_places",)),
        (child(DAD, replace(MUM, whereabouts=(away(""),), work_unit="电子厂"), GRANNY), ()),
        (child(dead_number(DAD), MUM, GRANNY), ()),
        (child(dead_number(DAD), dead_number(MUM), GRANNY), ("parents_phones",)),
        (child(replace(DAD, state="dead"), replace(MUM, phones=()), GRANNY), ("parents_phones",)),
        (child(replace(DAD, state="dead"), replace(MUM, state="dead"), GRANNY), ()),
        (child(DAD, MUM), ("carer_name", "carer_phone")),
        (child(DAD, MUM, replace(GRANNY, name="")), ("carer_name",)),
        (child(DAD, MUM, dead_number(GRANNY)), ("carer_phone",)),
        (child(DAD, kin("母亲", home(), phone="")), ("carer_phone",)),
        (child(DAD, silent(MUM), GRANNY, claim="both_away"), ("work_places",)),
        (child(silent(DAD), silent(MUM), GRANNY, claim="one_away"), ("work_places",)),
        (child(DAD, silent(MUM), GRANNY, claim="one_away"), ()),
        (child(DAD, replace(silent(MUM), name="", state="unknown"), GRANNY, claim="both_away"), ()),
        (child(DAD, replace(silent(MUM), custody="none"), GRANNY, claim="both_away"), ()),
        (child(silent(DAD), silent(MUM), GRANNY, claim="none"), ()),
    ],
)
def test_each_of_the_five(pupil: Child, lacking: tuple[str, ...]) -> None:
    assert missing(pupil, DAY) == lacking
    assert set(lacking) <= set(KEYS)
