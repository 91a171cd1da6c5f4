"""What the corner codes say, and how a page is kept."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.slips.codes import CORNERS, LETTERS, LONG, Grey, code_of, find, modules, parse, text_of
from app.slips.sheet import CARE, BadSheet, Line, Sheet, read, written

NUMBERS = st.floats(0, 297).map(lambda number: round(number, 2))
LINES = st.builds(
    Line, st.tuples(NUMBERS, NUMBERS), st.none() | st.integers(1, 9_999), st.sampled_from(["talk", "family_call", ""]),
    st.none() | st.tuples(NUMBERS, NUMBERS),
)  # fmt: skip


def drawn(text: str, scale: int = 4) -> Grey:
    """The code with its white margin, `scale` points to a square."""
    rows = [" " * 4 + "".join("#" if dark else " " for dark in row) + " " * 4 for row in modules(text)]
    rows = [" " * len(rows[0])] * 4 + rows + [" " * len(rows[0])] * 4
    lines = [bytes(0 if one == "#" else 255 for one in row for _ in range(scale)) for row in rows for _ in range(scale)]
    return Grey(len(lines[0]), len(lines), len(lines[0]), b"".join(lines))


@pytest.mark.parametrize("corner", CORNERS)
def test_a_code_is_read_as_it_was_made_and_says_where_it_lies(corner: str) -> None:
    code = code_of("青山小学", 1)
    [seen] = find(drawn(text_of(code, corner)))
    assert (seen.code, seen.corner) == (code, corner)
    side = 4 * len(modules("QS"))
    for (x, y), (right, down) in zip(seen.points, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
        assert abs(x - 16 - right * side) < 3 and abs(y - 16 - down * side) < 3


def test_the_code_is_as_small_as_a_code_can_be_and_tells_nothing() -> None:
    text = text_of(code_of("青山小学", "张敏"), "1")
    assert len(modules(text)) == 21
    assert text.isascii() and "张" not in text


def test_the_same_page_has_the_same_code_and_any_other_another() -> None:
    seen = {code_of("青山小学", chance, page) for chance in range(400) for page in (1, 2)}
    assert len(seen) == 800
    assert code_of("青山小学", 7, 1) in seen
    assert all(len(code) == LONG and set(code) <= set(LETTERS) for code in seen)


@pytest.mark.parametrize("text", ["", "QS", "QS7K3M9P2A4X5", "XX7K3M9P2A4X1", "QS0K3M9P2A4X1", "https://example.org/1"])
def test_codes_of_others_are_none_of_ours(text: str) -> None:
    assert parse(text) is None


def test_a_picture_without_codes_has_none() -> None:
    noise = Random(1).randbytes(300 * 300)
    assert find(Grey(300, 300, 300, noise)) == []


@given(st.lists(LINES, max_size=5), st.dictionaries(st.sampled_from(["kind", "day"]), st.text(max_size=5)))
def test_a_page_is_kept_as_it_was(lines: list[Line], head: dict[str, str]) -> None:
    sheet = Sheet(CARE, tuple(lines), head)
    assert read(written(sheet)) == sheet


def test_a_row_takes_few_bytes_in_the_file() -> None:
    lines = tuple(Line((103.5, 40.0 + row), 1000 + row, "family_call", (200.0, 12.8)) for row in range(20))
    assert len(written(Sheet(CARE, lines))) < 1200


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"rows":[[1]]}', written(Sheet(CARE)).replace("14.0", "null")])
def test_what_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(BadSheet):
        read(text)


def test_boxes_and_hand_lie_where_the_row_says() -> None:
    sheet = Sheet(CARE, (Line((103.5, 50.0), 1, "talk", (60.0, 9.0)),))
    assert sheet.boxes(sheet.lines[0]) == {"reached": (103.5, 50.0), "not_reached": (127.0, 50.0)}
    assert sheet.hands(sheet.lines[0])[1] == (29.5, 60.0, 167.5, 9.0)
    points = sheet.pairs("4", ((1, 1), (2, 1), (2, 2), (1, 2)))
    assert [page for page, _seen in points] == [(186, 273), (200, 273), (200, 287), (186, 287)]
