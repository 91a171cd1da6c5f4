"""签到表: who came to a meeting, a training, a lecture; a box per child, read back from a scan (REQ 10.5, 10.14)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on, class_of, class_teacher_on, in_class_order
from app.changes import Change, Insert
from app.children import Child
from app.classes import SchoolClass
from app.school import Snapshot
from app.slips.codes import code_of
from app.slips.pile import SIGN_IN as KIND
from app.slips.sheet import SIGN_IN, Line, Sheet, written
from app.slips.weekly import monday_of
from ui.care_words import kind_word
from ui.paper.corner_codes import draw_corners
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.type import Face

GATHERINGS = ("parents_meeting", "guardian_training", "lecture", "forum", "activity", "class_meeting")
LEFT, RIGHT = 16.0, 198.0
IN, OUT = LEFT + SIGN_IN.side + 4.0, RIGHT - SIGN_IN.side - 4.0
TOP, BOTTOM = 36.0, 268.0
HEAD, LOWEST, HIGHEST = 8.0, 8.2, 12.4
COLUMNS, GAP = 2, 6.0
WIDE = (RIGHT - LEFT - GAP) / COLUMNS
NAME, BOX, SIGNED = 8.0, 36.0, 46.5
"""mm from the left of a column to the name, the box, and where somebody signs."""


@dataclass(frozen=True, slots=True)
class SignInJob:
    """What it is for, whose children, printed on which day."""

    gathering: str
    """One of GATHERINGS."""
    children: Sequence[Child]
    snapshot: Snapshot
    day: date


@dataclass(frozen=True, slots=True)
class SignInPage:
    """One page as it goes on paper."""

    code: str
    class_id: int
    title: str
    about: str
    school: str
    first: int
    """The number of its first child."""
    children: Sequence[Child]
    number: int
    pages: int
    kind: str

    def places(self) -> list[tuple[float, float, float]]:
        """For each child the left of its column, the middle of its row and how high that is."""
        rows = -(-len(self.children) // COLUMNS)
        high = min(HIGHEST, (BOTTOM - TOP - HEAD) / max(1, rows))
        return [
            (LEFT + (WIDE + GAP) * (place // rows), TOP + HEAD + high * (place % rows + 0.5), high)
            for place in range(len(self.children))
        ]

    def sheet(self) -> Sheet:
        """Where the boxes stand."""
        lines = tuple(
            Line((x + BOX, y - SIGN_IN.box / 2), child.id)
            for child, (x, y, _high) in zip(self.children, self.places(), strict=True)
        )
        return Sheet(SIGN_IN, lines, {"kind": self.kind})


MOST = COLUMNS * int((BOTTOM - TOP - HEAD) / LOWEST)
"""Children on a page."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SignInForm", text)


def sign_in_paper(job: SignInJob) -> Paper:
    """Class by class, each on pages of its own."""
    sheets: list[PaintPage] = []
    owners = []
    pages = sign_in_pages(job)
    for one in pages:
        sheets.append(partial(_paint, one=one))
        owners.append(frozenset(child.id for child in one.children))
    return Paper(_tr("签到表"), sheets, len({one.class_id for one in pages}), owners)


def sign_in_pages(job: SignInJob) -> list[SignInPage]:
    """The pages with their codes."""
    groups: dict[int, tuple[SchoolClass | None, list[Child]]] = {}
    for child in in_class_order(job.children, job.snapshot, job.day):
        found = class_of(child, job.snapshot, job.day)
        groups.setdefault(found.id if found else 0, (found, []))[1].append(child)
    return [one for class_id, group in groups.items() for one in _class_pages(job, class_id, *group)]


def _class_pages(
    job: SignInJob, class_id: int, school_class: SchoolClass | None, children: list[Child]
) -> list[SignInPage]:
    count = -(-len(children) // MOST)
    each = -(-len(children) // count)
    name = class_name_on(school_class, job.snapshot, job.day)
    teacher = class_teacher_on(school_class, job.snapshot, job.day)
    about = _tr("{0}   班主任 {1}   {2} 人").format(name, teacher.name, len(children)) if teacher else (
        _tr("{0}   {1} 人").format(name, len(children))
    )
    found = []
    for number in range(count):
        part = children[number * each : (number + 1) * each]
        bare = SignInPage(
            "", class_id, _tr("{0}签到表").format(kind_word(job.gathering)), about, job.snapshot.school.name,
            number * each + 1, part, number + 1, count, job.gathering,
        )  # fmt: skip
        code = code_of(
            bare.school, "signin", monday_of(job.day), class_id, number, count, job.gathering, written(bare.sheet())
        )
        found.append(replace(bare, code=code))
    return found


def sign_in_records(job: SignInJob, known: Sequence[str], now: datetime) -> list[Change]:
    """A row for each page of which all children are in the job, unless it was printed as it is before."""
    done = {child.id for child in job.children}
    return [
        Insert("slip", {
            "code": one.code, "kind": KIND, "week": monday_of(job.day).isoformat(), "class_id": one.class_id or None,
            "page": one.number, "pages": one.pages, "rows": written(one.sheet()),
            "printed_at": now.isoformat(timespec="seconds"),
        })
        for one in sign_in_pages(job)
        if one.code not in known and done.issuperset(child.id for child in one.children)
    ]  # fmt: skip


def _paint(page: Page, one: SignInPage) -> None:
    draw_corners(page, SIGN_IN, one.code)
    wide = page.text(IN, 14.6, one.title, Face.SONG, 18.0)
    page.box(one.school, IN + wide + 4, 10.6, OUT - IN - wide - 4, 8.0, Face.KAI, 11.5, min_pt=7.5, align="right")
    page.box(one.about, IN, 20.0, 84.0, 8.0, Face.SANS, 11.0, min_pt=8.5)
    page.text(OUT, 24.0, _tr("　　　　年　　月　　日"), Face.SANS, 10.5, "right")
    page.text(LEFT, 31.6, _tr("谁来了，就在名字后面的方格里打勾，来的人签名。"), Face.SANS, 9.0)
    places = one.places()
    for place, (child, (x, y, high)) in enumerate(zip(one.children, places, strict=True)):
        page.text(x + 6.4, y, str(one.first + place), Face.SANS, 9.5, "right")
        page.box(child.name, x + NAME, y - high / 2, BOX - NAME - 1.6, high, Face.KAI, 13.0, min_pt=8.0)
        page.rect(x + BOX, y - SIGN_IN.box / 2, SIGN_IN.box, SIGN_IN.box, 0.4)
        page.line(x, y + high / 2, x + WIDE, y + high / 2, 0.2)
    for x, y in {x: y - high / 2 for x, y, high in reversed(places)}.items():
        page.text(x + NAME, y - HEAD / 2, _tr("孩子"), Face.SANS, 9.5)
        page.text(x + BOX + SIGN_IN.box / 2, y - HEAD / 2, _tr("来了"), Face.SANS, 9.5, "center")
        page.text(x + SIGNED, y - HEAD / 2, _tr("来的人签名，是孩子的谁"), Face.SANS, 9.5)
        page.line(x, y, x + WIDE, y, 0.5)
    page.box(_tr("主讲或主持"), IN, 277.0, 20.0, 8.0, Face.SANS, 10.5)
    page.writing_line(IN + 22, IN + 62, 283.6)
    page.text(OUT, 281.0, _tr("第 {0} 页  共 {1} 页").format(one.number, one.pages), Face.SANS, 9.0, "right")
