"""感谢信 on A4: one sheet a letter, in Kai within a double frame, the school and the day at its foot (REQ 5.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.school import Snapshot
from ui import gift_letter
from ui import gift_words as words
from ui.gift_letter import Letter
from ui.gift_state import State
from ui.paper.lines import wrap
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.scope import Scope
from ui.paper.type import MM_PER_PT, Face, width_mm
from ui.session import Session

THANKS = "thanks"
LEFT, RIGHT, TOP, BOTTOM = 30.0, 180.0, 76.0, 232.0
FULL, AGAIN = 262.0, 34.0
"""Where a sheet ends that is not the last, and where one begins that is not the first."""
SIZES = (18.0, 17.0, 16.0, 15.0, 14.0)
LEADING = 1.85
STAND_IN = "一一"


@dataclass(frozen=True, slots=True)
class ThanksJob:
    """Letters to donors; they name no child."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    letters: Sequence[Letter] = ()


@dataclass(frozen=True, slots=True)
class ThanksScope(Scope):
    """One choice, with what is printed of it."""

    job: ThanksJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("ThanksLetter", text)


def thanks_job(session: Session, state: State, key: str) -> ThanksJob:
    """The letters of a choice."""
    return ThanksJob((), session.snapshot, session.today, gift_letter.letters(session, state, key))


def thanks_scopes(session: Session, wanted: str) -> list[Scope]:
    """All that are still owed, each donor, and the one gift that is wanted."""
    state = State(session)
    found: list[Scope] = []

    def offer(key: str, said: str) -> None:
        found.append(ThanksScope(key, said, (), job=thanks_job(session, state, key)))

    if state.owed:
        offer(gift_letter.OWED, _tr("还没谢的 {0} 位").format(len(state.owed)))
    one = state.donations.get(int(wanted.partition(":")[2] or 0)) if wanted.startswith(gift_letter.DONATION) else None
    if one is not None:
        offer(wanted, _tr("{0}的{1}").format(state.names.get(one.first.donor_id or 0, ""), words.given_word(one)))
    known = [each.donor for each in state.given.values()]
    asked = [donor for donor in known if wanted == f"{gift_letter.DONOR}:{donor.id}"]
    for donor in [*asked, *(each for each in known if each not in asked)][: gift_letter.MOST]:
        offer(f"{gift_letter.DONOR}:{donor.id}", donor.name)
    return found or [ThanksScope("none", _tr("还没有捐赠人"), (), job=ThanksJob((), session.snapshot, session.today))]


def thanks_paper(job: ThanksJob) -> Paper:
    """A sheet for each letter; one that is too long goes on on a second."""
    sheets: list[PaintPage] = []
    for one in job.letters:
        pt, parts = shared(one.text)
        for number, lines in enumerate(parts, 1):
            sheets.append(partial(_paint, job=job, letter=one, pt=pt, lines=lines, place=(number, len(parts))))
    only = _tr("：{0}").format(job.letters[0].donor) if len(job.letters) == 1 else ""
    return Paper(_tr("感谢信") + only, sheets, len(job.letters), [frozenset[int]()] * len(sheets))


Lines = list[tuple[float, str]]
"""(mm in from the margin, words)."""


def set_text(text: str) -> tuple[float, Lines]:
    """(points, lines) of the body: as large as the sheet allows; what is addressed stands at the margin, every other
    paragraph two characters in."""
    paragraphs = [one.strip() for one in text.splitlines() if one.strip()]
    for pt in SIZES:
        lines = [line for place, one in enumerate(paragraphs) for line in _wrapped(one, pt, place == 0)]
        if len(lines) * _step(pt) <= BOTTOM - TOP:
            break
    return pt, lines


def shared(text: str) -> tuple[float, list[Lines]]:
    """(points, the lines of each sheet)."""
    pt, lines = set_text(text)
    parts: list[Lines] = []
    room = int((BOTTOM - TOP) / _step(pt))
    while len(lines) > room:
        # A sheet that is not the last needs no room for the school beneath.
        most = int(((FULL - TOP) if not parts else FULL - AGAIN) / _step(pt))
        kept = min(most, len(lines) - 1)
        parts.append(lines[:kept])
        lines, room = lines[kept:], int((BOTTOM - AGAIN) / _step(pt))
    return pt, [*parts, lines]


def _wrapped(paragraph: str, pt: float, first: bool) -> Lines:
    def wide(part: str) -> float:
        return width_mm(part, Face.KAI, pt)

    if first and paragraph.endswith(("：", ":")):
        return [(0.0, line) for line in wrap(paragraph, RIGHT - LEFT, wide)]
    # Wrapping takes blanks from the ends of lines: two characters stand in for the room at the first.
    head, *rest = wrap(STAND_IN + paragraph, RIGHT - LEFT, wide)
    return [(wide(STAND_IN), head.removeprefix(STAND_IN)), *((0.0, line) for line in rest)]


def _step(pt: float) -> float:
    return LEADING * pt * MM_PER_PT


def _paint(page: Page, job: ThanksJob, letter: Letter, pt: float, lines: Lines, place: tuple[int, int]) -> None:
    middle, top = (LEFT + RIGHT) / 2, TOP if place[0] == 1 else AGAIN
    page.rect(15.0, 15.0, 180.0, 267.0, 0.6)
    page.rect(17.0, 17.0, 176.0, 263.0, 0.2)
    if place[0] == 1:
        for number, character in enumerate(_tr("感谢信")):
            page.text(middle + (number - 1) * 24.0, 44.0, character, Face.SONG, 36.0, "center")
        page.thread(middle - 40.0, middle + 40.0, 58.0, 3.0)
    for number, (indent, line) in enumerate(lines):
        page.text(LEFT + indent, top + (number + 0.5) * _step(pt), line, Face.KAI, pt)
    if place[0] == place[1]:
        page.box(job.snapshot.school.name, LEFT + 30, 243.0, RIGHT - LEFT - 30, 9.0, Face.SONG, 16.0, min_pt=10.0,
                 align="right")  # fmt: skip
        page.text(RIGHT, 260.0, on_paper(letter.day), Face.SONG, 14.0, "right")
    if place[1] > 1:
        page.text(middle, 275.0, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
