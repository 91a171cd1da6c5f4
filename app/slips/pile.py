"""Pages that were read: what each says row by row, and how the grid opens with it (issue 5, §5).

Nothing is booked here. A row without a plain tick waits for somebody to look at it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.batch import ALONE, FilledRow, Prefilled
from app.care import NOT_REACHED, REACHED, Slip
from app.ledger import Ledger
from app.slips.marks import DOUBTFUL, TICKED, Mark
from app.slips.sheet import CAME, SAME, BadSheet, Sheet, read

WEEK, SURVEY, SIGN_IN = "week", "survey", "signin"
"""`Slip.kind`."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """One page of a file, read or not."""

    file: str
    number: int = 1
    of: int = 1
    """Which page of how many."""
    slip: Slip | None = None
    marks: Mapping[int, Mapping[str, Mark]] = field(default_factory=dict)
    """By row and name of the box."""
    hands: Mapping[int, bytes] = field(default_factory=dict)
    """What was written beside a row, as a picture."""
    picture: bytes = b""
    """The page laid flat, small (JPEG); of one that was not read, as it was photographed."""
    error: Exception | None = None
    """Why it was not read: `app.slips.reading.Unreadable` and whatever a file may raise."""
    again: bool = False
    """Another picture of the same page is better."""

    @property
    def counts(self) -> bool:
        """Whether it is a page to go on with."""
        return self.slip is not None and self.error is None and not self.again

    @property
    def doubts(self) -> int:
        """Boxes that could not be told."""
        return sum(mark.state == DOUBTFUL for row in self.marks.values() for mark in row.values())

    @property
    def ticks(self) -> int:
        """Boxes that are ticked."""
        return sum(mark.state == TICKED for row in self.marks.values() for mark in row.values())


def sheet_of(slip: Slip) -> Sheet:
    """What stood where. Raises BadSheet."""
    return read(slip.rows)


def best_of_each(pages: Sequence[PageRead]) -> list[PageRead]:
    """Of several pictures of one page only the one with the fewest doubts goes on; the others say so."""
    best: dict[str, int] = {}
    for place, page in enumerate(pages):
        if page.slip is None or page.error is not None:
            continue
        other = best.get(page.slip.code)
        if other is None or (page.doubts, -page.ticks) < (pages[other].doubts, -pages[other].ticks):
            best[page.slip.code] = place
    return [
        replace(page, again=True)
        if page.slip is not None and page.error is None and best[page.slip.code] != place else page
        for place, page in enumerate(pages)
    ]  # fmt: skip


def in_order(pages: Iterable[PageRead], staff: Sequence[int | None]) -> list[PageRead]:
    """Pages to go on with, week by week, in the order of the staff, each one's pages one after the other."""

    def key(page: PageRead) -> tuple[date, int, int]:
        assert page.slip is not None
        place = staff.index(page.slip.staff_id) if page.slip.staff_id in staff else len(staff)
        return page.slip.week, place, page.slip.page

    return sorted((page for page in pages if page.counts), key=key)


def source_of(code: str, row: int, kind: str) -> str:
    """The name under which the box of a row is booked (`CareRecord.source`)."""
    return f"slip:{code}:{row}:{kind}"


def filled_rows(page: PageRead) -> list[FilledRow]:
    """The rows of a weekly slip as the grid takes them, in the order of the page."""
    assert page.slip is not None
    try:
        lines = sheet_of(page.slip).lines
    except BadSheet:
        return []
    found = []
    for number, line in enumerate(lines, 1):
        if line.child_id is None or line.kind not in ALONE:
            continue
        state, doubtful = outcome_of(page.marks.get(number, {}))
        found.append(FilledRow(
            line.child_id, line.kind, state, doubtful, source=source_of(page.slip.code, number, line.kind),
            picture=page.hands.get(number, b""),
        ))  # fmt: skip
    return found


def outcome_of(marks: Mapping[str, Mark]) -> tuple[str, bool]:
    """(reached, not_reached or "", whether somebody must look): two ticks contradict one another, and what is doubtful
    is no tick."""
    ticked = [name for name in (REACHED, NOT_REACHED) if name in marks and marks[name].state == TICKED]
    doubtful = any(mark.state == DOUBTFUL for mark in marks.values())
    if len(ticked) == 1:
        return ticked[0], doubtful
    return "", doubtful or len(ticked) > 1


def who_came(page: PageRead) -> tuple[list[int], list[int]]:
    """(children with a plain tick, children with a doubtful one) of a sign-in form; of a survey form, those of whom
    nothing has changed."""
    assert page.slip is not None
    came: list[int] = []
    doubtful: list[int] = []
    try:
        lines = sheet_of(page.slip).lines
    except BadSheet:
        return came, doubtful
    for number, line in enumerate(lines, 1):
        marks = page.marks.get(number, {})
        mark = marks.get(CAME) or marks.get(SAME)
        if line.child_id is not None and mark is not None and mark.state in (TICKED, DOUBTFUL):
            (came if mark.state == TICKED else doubtful).append(line.child_id)
    return came, doubtful


def prefilled(pages: Sequence[PageRead]) -> Prefilled | None:
    """How the grid opens with these weekly slips, one after the other; None for no page."""
    found = [_one(page) for page in pages if page.slip is not None and page.slip.kind == WEEK]
    return replace(found[0], more=tuple(found[1:])) if found else None


def _one(page: PageRead) -> Prefilled:
    slip = page.slip
    assert slip is not None
    rows = tuple(filled_rows(page))
    return Prefilled(rows, slip.week, slip.staff_id, slip.class_id, slip.code, slip.page, slip.pages)


def booked_rows(ledger: Ledger, code: str) -> dict[int, int]:
    """The rows of a page that are in the ledger, with the record each became."""
    found = {}
    for source, record in ledger.sources(f"slip:{code}:").items():
        row = source.split(":")[2]
        if row.isdecimal():
            found[int(row)] = record
    return found
