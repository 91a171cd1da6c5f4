"""What pages that were read say, and how the grid opens with them."""

from collections.abc import Mapping
from datetime import date

import pytest

from app.care import Slip
from app.slips.marks import DOUBTFUL, EMPTY, TICKED, Mark
from app.slips.pile import PageRead, best_of_each, filled_rows, in_order, outcome_of, prefilled, source_of, who_came
from app.slips.reading import Unreadable
from app.slips.sheet import CARE, SIGN_IN, Line, Sheet, written

MONDAY = date(2026, 11, 23)
T, E, D = Mark(TICKED), Mark(EMPTY), Mark(DOUBTFUL)


def slip(code: str = "CODE", *kinds: str, page: int = 1, pages: int = 1, staff: int | None = 7) -> Slip:
    lines = tuple(Line((103.5, 40.0 + 9 * row), 10 + row, kind) for row, kind in enumerate(kinds or ("talk",)))
    return Slip(1, code, "week", MONDAY, staff, None, page, pages, written(Sheet(CARE, lines)))


def page(of: Slip, *rows: Mapping[str, Mark], file: str = "a.jpg") -> PageRead:
    return PageRead(file, 1, 1, of, dict(enumerate(rows, 1)))


@pytest.mark.parametrize(
    ("reached", "missed", "outcome"),
    [
        (T, E, ("reached", False)), (E, T, ("not_reached", False)), (E, E, ("", False)), (T, T, ("", True)),
        (T, D, ("reached", True)), (D, E, ("", True)), (D, D, ("", True)),
    ],
)  # fmt: skip
def test_a_row_is_told_only_where_one_box_is_plainly_ticked(
    reached: Mark, missed: Mark, outcome: tuple[str, bool]
) -> None:
    assert outcome_of({"reached": reached, "not_reached": missed}) == outcome


def test_the_grid_opens_with_the_rows_of_the_page_in_their_order() -> None:
    of = slip("CODE", "talk", "family_call")
    found = page(of, {"reached": T, "not_reached": E}, {"reached": D, "not_reached": E})
    rows = filled_rows(found)
    assert [(row.child_id, row.kind, row.state, row.doubtful) for row in rows] == [
        (10, "talk", "reached", False), (11, "family_call", "", True),
    ]  # fmt: skip
    assert rows[1].source == source_of("CODE", 2, "family_call") == "slip:CODE:2:family_call"


def test_pages_follow_one_another_teacher_by_teacher() -> None:
    pages = [page(slip("C2", page=2, pages=2)), page(slip("D1", staff=9)), page(slip("C1", pages=2)),
             page(slip("E1", staff=None))]  # fmt: skip
    ordered = in_order(pages, [9, 7])
    first = prefilled(ordered)
    assert first is not None
    assert [one.code for one in (first, *first.more)] == ["D1", "C1", "C2", "E1"]
    assert (first.more[1].page, first.more[1].pages, first.week, first.staff_id) == (2, 2, MONDAY, 9)
    assert prefilled([]) is None


def test_of_two_pictures_of_a_page_the_clearer_one_counts() -> None:
    dim = page(slip(), {"reached": D, "not_reached": E}, file="dim.jpg")
    clear = page(slip(), {"reached": T, "not_reached": E}, file="clear.jpg")
    found = best_of_each([dim, clear, dim])
    assert [(one.file, one.counts) for one in found] == [("dim.jpg", False), ("clear.jpg", True), ("dim.jpg", False)]


def test_what_was_not_read_does_not_go_on() -> None:
    broken = PageRead("b.jpg", error=Unreadable("no_code"))
    assert best_of_each([broken]) == [broken]
    assert not broken.counts
    assert in_order([broken], []) == []


def test_a_row_of_another_time_that_cannot_be_read_gives_no_rows() -> None:
    assert filled_rows(page(Slip(1, "X", "week", MONDAY, rows="[]"))) == []


def test_a_sign_in_form_says_who_came_and_whom_to_look_at() -> None:
    lines = tuple(Line((20.0, 40.0 + 9 * row), 10 + row) for row in range(4))
    form = Slip(1, "S", "signin", MONDAY, rows=written(Sheet(SIGN_IN, lines, {"kind": "parents_meeting"})))
    assert who_came(page(form, {"came": T}, {"came": E}, {"came": D}, {"came": T})) == ([10, 13], [12])
