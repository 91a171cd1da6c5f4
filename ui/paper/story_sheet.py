"""事迹 and 个案 on clean pages, and the words in which they are shown: without the child's name unless it is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.honours import APPROVED, CASE, Story, hidden, secrets
from app.school import Snapshot
from ui import honour_words as words
from ui.paper.lines import wrap
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.type import MM_PER_PT, Face, width_mm

LEFT, RIGHT, TOP, BOTTOM = 26.0, 184.0, 52.0, 268.0
NEXT_TOP = 26.0
PT, STEP = 14.0, 8.6


@dataclass(frozen=True, slots=True)
class StoryJob:
    """One story."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    story: Story | None


@dataclass(frozen=True, slots=True)
class Told:
    """A story as anybody may read it."""

    title: str
    about: str
    """Who it is about: 三（1）班 周雨桐, 李秀兰老师; "" where that is not said."""
    paragraphs: tuple[str, ...]
    school: str
    day: str
    approved: str
    """审定：龙正华 2026年11月24日; of a draft that it is one."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("StorySheet", text)


def told(story: Story, snapshot: Snapshot) -> Told:
    """The words that are printed and exported; whatever would tell who a child is, is left out unless it is named."""
    child = snapshot.children.get(story.child_id or 0)
    title, text, about = story.title, story.text, ""
    if child is not None and story.named:
        about = f"{words.class_name(child.id, snapshot, story.day)} {child.name}".strip()
    elif child is not None:
        found = secrets(child, words.alias(story), _classes(child, snapshot, story.day))
        title, text = hidden(title, found), hidden(text, found)
    else:
        staff = next((one for one in snapshot.staff if one.id == story.staff_id), None)
        about = _tr("{0}老师").format(staff.name) if staff is not None else ""
    paragraphs = tuple(part.strip() for part in text.split("\n") if part.strip())
    said = _tr("草稿，还没审定")
    if story.state == APPROVED and story.approved_on is not None:
        said = _tr("审定：{0} {1}").format(story.approved_by, on_paper(story.approved_on))
    return Told(title, about, paragraphs, snapshot.school.name, on_paper(story.day), said)


def _classes(child: Child, snapshot: Snapshot, day: date) -> list[str]:
    """The child's class as people write it."""
    name = words.class_name(child.id, snapshot, day)
    return [name, name.replace("（", "(").replace("）", ")"), name.replace("（", "").replace("）", "")]


def story_paper(job: StoryJob) -> Paper:
    """As many sheets as it needs; the file's name says nobody's name."""
    if job.story is None:
        return Paper(_tr("事迹"), ())
    said = told(job.story, job.snapshot)
    shared = _shared(said.paragraphs)
    made: list[PaintPage] = [
        partial(_paint, said=said, lines=lines, place=(number, len(shared))) for number, lines in enumerate(shared, 1)
    ]
    title = words.story_word(job.story.kind) if job.story.kind == CASE else said.title
    return Paper(title, made, 1, [frozenset(child.id for child in job.children)] * len(made))


def _shared(paragraphs: Sequence[str]) -> list[list[tuple[str, bool]]]:
    """The lines of each sheet, each with whether it begins a paragraph; the foot of the last has room."""
    lines = [pair for one in paragraphs for pair in _lines(one)]
    found: list[list[tuple[str, bool]]] = [[]]
    room = BOTTOM - TOP
    for line in lines:
        if room < STEP:
            found.append([])
            room = BOTTOM - NEXT_TOP
        found[-1].append(line)
        room -= STEP
    if room < 3 * STEP and found[-1]:
        # Whose words these are never stands alone on a sheet.
        found.append([found[-1].pop()])
    return found


def _lines(paragraph: str) -> list[tuple[str, bool]]:
    def measure(part: str) -> float:
        return width_mm(part, Face.KAI, PT)

    first = wrap(paragraph, RIGHT - LEFT - 2 * PT * MM_PER_PT, measure)
    if len(first) == 1:
        return [(first[0], True)]
    rest = paragraph[len(first[0]) :].lstrip()
    return [(first[0], True), *((line, False) for line in wrap(rest, RIGHT - LEFT, measure))]


def _paint(page: Page, said: Told, lines: Sequence[tuple[str, bool]], place: tuple[int, int]) -> None:
    number, of = place
    y = TOP if number == 1 else NEXT_TOP
    if number == 1:
        page.box(said.title, LEFT - 6, 17.0, RIGHT - LEFT + 12, 20.0, Face.SONG, 22.0, min_pt=12.0, align="center")
        page.box(said.about, LEFT, 38.0, RIGHT - LEFT, 8.0, Face.KAI, 13.0, min_pt=8.0, align="center")
    for line, begins in lines:
        page.text(LEFT + (2 * PT * MM_PER_PT if begins else 0.0), y, line, Face.KAI, PT)
        y += STEP
    if number == of:
        y += STEP / 2
        page.box(said.school, LEFT, y - 4, RIGHT - LEFT, 8.0, Face.KAI, PT, min_pt=9.0, align="right")
        page.text(RIGHT, y + STEP, said.day, Face.KAI, PT, "right")
        page.text(LEFT, y + STEP, said.approved, Face.SANS, 10.5)
    if of > 1:
        page.text((LEFT + RIGHT) / 2, 284.5, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")
