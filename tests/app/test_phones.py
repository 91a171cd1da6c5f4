"""Phone cells as schools write them, and numbers as they are read aloud and masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import phones
from app.phones import ParsedPhone
from app.sheets import Cell

MOBILE = ParsedPhone("13900467715")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("13900467715", (MOBILE,)),
        (13900467715.0, (MOBILE,)),
        (13900467715, (MOBILE,)),
        ("'13900467715", (MOBILE,)),
        ("\t13900467715 ", (MOBILE,)),
        ("１３９００４６７７１５", (MOBILE,)),
        ("139 0046 7715", (MOBILE,)),
        ("139-0046-7715", (MOBILE,)),
        ("+86 13900467715", (MOBILE,)),
        ("8613900467715", (MOBILE,)),
        ("13900467715.0", (MOBILE,)),
        ("0743-0036128", (ParsedPhone("07430036128"),)),
        ("（0743）0036128", (ParsedPhone("07430036128"),)),
        ("010 62345678", (ParsedPhone("01062345678"),)),
        ("6123", (ParsedPhone("6123"),)),
        ("13900467715/0743-0036128", (MOBILE, ParsedPhone("07430036128"))),
        ("13900467715、13900467716", (MOBILE, ParsedPhone("13900467716"))),
        ("13900467715；13900467716", (MOBILE, ParsedPhone("13900467716"))),
        ("13900467715，13900467716", (MOBILE, ParsedPhone("13900467716"))),
        ("13900467715 13900467716", (MOBILE, ParsedPhone("13900467716"))),
        ("13900467715\n13900467715", (MOBILE,)),
        ("停机", (ParsedPhone("", "停机"),)),
        ("空号", (ParsedPhone("", "空号"),)),
        ("13900467715（停机）", (ParsedPhone("13900467715", "停机"),)),
        ("停机：13900467715", (ParsedPhone("13900467715", "停机"),)),
        ("13900467716 空号 / 13900467715", (ParsedPhone("13900467716", "空号"), MOBILE)),
        ("无", ()),
        ("/", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_parse_phones(cell: Cell, expected: tuple[ParsedPhone, ...]) -> None:
    assert phones.parse_phones(cell) == expected


@pytest.mark.parametrize(
    ("cell", "says"), [("见备注", True), ("1.39005E+10", True), ("无", False), ("——", False), ("停机", False)]
)
def test_unreadable(cell: str, says: bool) -> None:
    assert phones.unreadable(cell) is says


@given(st.text(max_size=30))
def test_any_text_gives_digits_only(text: str) -> None:
    for phone in phones.parse_phones(text):
        assert phone.number == "" or phone.number.isdigit()
        assert phone.number or phone.state


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        ("13900467715", "139 0046 7715"),
        ("07430036128", "0743 003 6128"),
        ("01062345678", "010 6234 5678"),
        ("6123", "6123"),
    ],
)
def test_written_for_dialling(number: str, spoken: str) -> None:
    assert phones.dial_text(number) == spoken


def test_plausible() -> None:
    assert all(map(phones.is_plausible, ("13900467715", "07430036128", "6123", "8234567")))
    assert not phones.is_plausible("1390046771")
    assert not phones.is_plausible("23900467715")


@pytest.mark.parametrize(("number", "shown"), [
    ("13900467715", "139****7715"), ("139 0046 7715", "139****7715"), ("07430036128", "0743****6128"),
    ("(0743)0036128", "0743****6128"), ("02012341288", "020****1288"), ("6123456", "****3456"), ("6123", "****"),
    ("13900467715、0743-0036128", "139****7715、0743****6128"), ("07430036128-12", "0743****6128"), ("", ""),
])  # fmt: skip
def test_masked_alike_everywhere(number: str, shown: str) -> None:
    assert phones.mask_phone(number) == phones.mask_phone(shown) == phones.dial_text(shown) == shown
