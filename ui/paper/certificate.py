"""奖状 and 荣誉证书 on A4 across (paper.md §8): the school's own words, filled for each award."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.honours import Award, Certificate, certificate_for, fill, only_mark
from app.school import Snapshot
from ui import honour_words as words
from ui.paper.certificate_frame import RED, paint_frame, paint_title
from ui.paper.lines import wrap
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.type import MM_PER_PT, Face, width_mm

LEFT, RIGHT = 48.4, 248.6
NAME, NAME_RULE = 82.0, 89.9
FIRST, LAST = 101.2, 158.5
"""Centres of the first line and of the last that keeps clear of the school's name."""
SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
FULL, STEP, AROUND, AWARD = 28.0, 15.5, 18.0, 36.0
"""The full size; there mm between two lines, mm between a line and the award, and the size of the award."""
SIGN, SCHOOL, DATE = 217.8, 166.9, 177.8


@dataclass(frozen=True, slots=True)
class CertificateJob:
    """Certificates for awards. `words` are all that the school has; `chosen` the name of those to use, "" = those that
    suit each award. Without `frame` only what is written: for paper that has frame and title already."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    awards: Sequence[Award]
    words: Sequence[Certificate]
    chosen: str = ""
    frame: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands there."""

    text: str
    centre: float
    indent: bool = False
    award: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("Certificate", text)


def certificate_paper(job: CertificateJob) -> Paper:
    """One sheet for each award."""
    sheets = [partial(paint_certificate, award=one, job=job) for one in job.awards]
    owners = [frozenset({one.child_id} if one.child_id is not None else ()) for one in job.awards]
    used = {words_of(one, job).title for one in job.awards}
    return Paper(used.pop() if len(used) == 1 else _tr("奖状"), sheets, len(sheets), owners, landscape=True)


def words_of(award: Award, job: CertificateJob) -> Certificate:
    """The words of an award's certificate."""
    chosen = next((one for one in job.words if one.name == job.chosen), None)
    return chosen or certificate_for(award, job.words)


def paint_certificate(page: Page, award: Award, job: CertificateJob) -> None:
    """One certificate."""
    said = words_of(award, job)
    if job.frame:
        paint_frame(page)
        paint_title(page, said.title)
    _name(page, words.person(award, job.snapshot), said.address)
    pt, lines = laid_out(said, award, job.snapshot)
    for line in lines:
        if line.award:
            big, half = AWARD * pt / FULL, AROUND * pt / FULL * 0.42
            page.box(line.text, LEFT, line.centre - half, RIGHT - LEFT, 2 * half, Face.SONG, big, min_pt=11.0,
                     align="center", colour=RED)  # fmt: skip
        else:
            page.text(LEFT + (2 * pt * MM_PER_PT if line.indent else 0.0), line.centre, line.text, Face.KAI, pt)
    if lines and lines[-1].centre > LAST + 0.01:
        page.warnings.append(said.body)
    giver = award.given_by or job.snapshot.school.name
    page.box(giver, SIGN - 50, SCHOOL - 6, 100, 12, Face.KAI, 22.0, min_pt=12.0, align="center")
    page.text(SIGN, DATE, on_paper(award.day), Face.KAI, 19.0, "center")


def _name(page: Page, name: str, address: str) -> None:
    pt = 34.0
    after = width_mm(address, Face.KAI, FULL) + 3.0 if address else 0.0
    while width_mm(name, Face.KAI, pt) + after > RIGHT - LEFT and pt > 14.0:
        pt -= 0.5
    wide = page.text(LEFT, NAME, name, Face.KAI, pt)
    if wide + after > RIGHT - LEFT + 0.01:
        page.warnings.append(name)
    page.line(LEFT - 2.4, NAME_RULE, LEFT + wide + 2.4, NAME_RULE, 0.2, RED)
    page.text(LEFT + wide + 5.2, NAME, address, Face.KAI, FULL)


def laid_out(said: Certificate, award: Award, snapshot: Snapshot) -> tuple[float, list[Line]]:
    """The size of the body and its lines; in the smallest type it may reach too far down, which the page says."""
    values = words.values(award, snapshot)
    paragraphs = [(only_mark(line) == words.AWARD, fill(line, values).strip().lstrip("，。、；"))
                  for line in said.body.split("\n") if line.strip()]  # fmt: skip
    for pt in SIZES:
        lines = _lines([one for one in paragraphs if one[1]], pt)
        if not lines or lines[-1].centre <= LAST + 0.01:
            break
    return pt, lines


def _lines(paragraphs: Sequence[tuple[bool, str]], pt: float) -> list[Line]:
    step, around = STEP * pt / FULL, AROUND * pt / FULL
    found: list[Line] = []
    centre, before = FIRST - step, False
    for award, text in paragraphs:
        centre += around if found and (award or before) else step
        before = award
        if award:
            found.append(Line(text, centre, award=True))
            continue
        for place, line in enumerate(_wrapped(text, pt)):
            centre += step if place else 0.0
            found.append(Line(line, centre, indent=not place))
    return found


def _wrapped(text: str, pt: float) -> list[str]:
    """The lines of a paragraph whose first is indented by two characters."""
    indent = 2 * pt * MM_PER_PT

    def measure(part: str) -> float:
        return width_mm(part, Face.KAI, pt)

    whole = wrap(text, RIGHT - LEFT - indent, measure)
    if len(whole) == 1:
        return whole
    rest = text.strip()[len(whole[0]) :].lstrip()
    return [whole[0], *wrap(rest, RIGHT - LEFT, measure)]
