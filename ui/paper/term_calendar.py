"""校历 on A4: one term by weeks for the wall, with holidays, made-up days, festivals and thirds; it names no child."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor

from app.children import Child
from app.days import on_paper
from app.festivals import short_name
from app.school import Snapshot
from app.school_calendar import DayShown, WeekShown, extent, weeks_shown
from app.schooldays import WORK
from app.termdays import Term
from app.terms import BadTerm, assumed_term, split_code, term_on, term_title
from ui.calendar import words
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.type import DOTS_PER_MM, Face

LEFT, RIGHT, TOP, BOTTOM = 14.0, 196.0, 46.0, 272.0
HEAD, HIGHEST = 9.0, 11.0
MONTH, NUMBER, DAY = 13.0, 12.0, 15.6
"""mm of the month, of the week's number, of a day; what is left is for the notes."""
NOTES = LEFT + MONTH + NUMBER + 7 * DAY
OFF, WEEKEND, GREY = "#DADADA", "#F2F2F2", "#555555"


@dataclass(frozen=True, slots=True)
class CalendarJob:
    """One term's calendar; it is about no child. `code` is the term's, "" = the one of the day."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    code: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TermCalendar", text)


def term_of_job(job: CalendarJob) -> Term | None:
    """The term that is printed, as entered or as the program assumes it."""
    if not job.code:
        return term_on(job.snapshot, job.day)
    known = next((term for term in job.snapshot.terms if term.code == job.code), None)
    try:
        return known or assumed_term(*split_code(job.code))
    except BadTerm:
        return None


def calendar_paper(job: CalendarJob) -> Paper:
    """One sheet."""
    term = term_of_job(job)
    if term is None:
        return Paper(_tr("校历"), ())
    weeks = weeks_shown(term, job.snapshot.calendar)
    sheet = partial(_paint, job=job, term=term, weeks=weeks)
    return Paper(_tr("{0}校历").format(term_title(term.code)), (sheet,), len(weeks), (frozenset(),))


def _paint(page: Page, job: CalendarJob, term: Term, weeks: Sequence[WeekShown]) -> None:
    middle = (LEFT + RIGHT) / 2
    page.box(job.snapshot.school.name, LEFT, 11.0, RIGHT - LEFT, 9.0, Face.SONG, 17.0, min_pt=10.0, align="center")
    page.text(middle, 27.5, _tr("{0}校历").format(term_title(term.code)), Face.SONG, 22.0, "center")
    said = _tr("{0}开学，{1}放假，{2}").format(
        on_paper(term.from_day), on_paper(term.until_day), words.extent_word(extent(term, job.snapshot.calendar)))
    page.text(middle, 39.0, said, Face.SANS, 11.0, "center")
    high = min(HIGHEST, (BOTTOM - TOP - HEAD) / len(weeks))
    bottom = TOP + HEAD + high * len(weeks)
    _heads(page)
    for place, week in enumerate(weeks):
        _week(page, week, TOP + HEAD + place * high, high)
    _months(page, weeks, high)
    for x in (LEFT + MONTH, *(LEFT + MONTH + NUMBER + DAY * step for step in range(8))):
        page.line(x, TOP, x, bottom, 0.2)
    page.line(LEFT, TOP + HEAD, RIGHT, TOP + HEAD, 0.35)
    page.rect(LEFT, TOP, RIGHT - LEFT, bottom - TOP, 0.5)
    _legend(page, bottom + 6.0)


def _heads(page: Page) -> None:
    titles = [(LEFT, MONTH, _tr("月")), (LEFT + MONTH, NUMBER, _tr("周次"))]
    titles += [(LEFT + MONTH + NUMBER + DAY * place, DAY, words.column_word(place)) for place in range(7)]
    for x, wide, title in (*titles, (NOTES, RIGHT - NOTES, words.column_word(7))):
        page.box(title, x, TOP, wide, HEAD, Face.FORM, 12.0, align="center")


def _week(page: Page, week: WeekShown, y: float, high: float) -> None:
    page.text(LEFT + MONTH + NUMBER / 2, y + high / 2, str(week.number), Face.SANS, 11.0, "center")
    for place, one in enumerate(week.days):
        if one.inside:
            _day(page, one, LEFT + MONTH + NUMBER + DAY * place, y, high)
    notes = words.notes(week)
    if notes:
        page.box(notes, NOTES + 1.2, y, RIGHT - NOTES - 2.4, high, Face.KAI, 10.5, min_pt=6.0)
    page.line(LEFT + MONTH, y, RIGHT, y, 0.2)
    starts = [place for place, one in enumerate(week.days) if one.third > 1]
    for place in starts:
        x = LEFT + MONTH + NUMBER + DAY * place
        page.line(x, y, RIGHT, y, 0.6)
        page.line(x, y, x, y + high, 0.6)


def _day(page: Page, one: DayShown, x: float, y: float, high: float) -> None:
    if not one.is_school:
        _shade(page, x, y, DAY, high, WEEKEND if one.is_weekend and not one.kind else OFF)
    said = _word(one)
    centre = y + (high * 0.36 if said else high / 2)
    number = words.first_of_month(one.day) if one.day.day == 1 else str(one.day.day)
    face, colour = (Face.BOLD, "#000000") if one.is_school else (Face.SANS, GREY)
    page.text(x + DAY / 2, centre, number, face, 12.5, "center", colour)
    if said:
        page.box(said, x + 0.4, y + high * 0.56, DAY - 0.8, high * 0.42, Face.KAI, 8.0, min_pt=5.0, align="center")


def _word(one: DayShown) -> str:
    """Under the number: what the day is, where it is not as its weekday says."""
    if one.festival:
        return short_name(one.festival)
    if one.is_school:
        return one.name or (_tr("补课") if one.kind == WORK and one.is_weekend else "")
    return (short_name(one.name) or _tr("放假")) if one.kind else ""


def _months(page: Page, weeks: Sequence[WeekShown], high: float) -> None:
    """The month of a week is that of its first day inside the term."""
    month, first = 0, 0
    numbers = [next((one.day.month for one in week.days if one.inside), 0) for week in weeks]
    for place, number in enumerate((*numbers, 0)):
        if number == month:
            continue
        if month:
            y, tall = TOP + HEAD + first * high, (place - first) * high
            page.box(_tr("{0}月").format(month), LEFT, y, MONTH, tall, Face.SONG, 13.0, align="center")
            if first:
                page.line(LEFT, y, LEFT + MONTH, y, 0.2)
        month, first = number, place


def _legend(page: Page, y: float) -> None:
    _shade(page, LEFT, y - 2.2, 7.0, 4.4, OFF)
    page.rect(LEFT, y - 2.2, 7.0, 4.4, 0.15, GREY)
    x = LEFT + 9 + page.text(LEFT + 9, y, _tr("放假"), Face.SANS, 10.0) + 6
    page.text(x, y, _tr("粗线是期中、期末开始"), Face.SANS, 10.0)


def _shade(page: Page, x: float, y: float, wide: float, high: float, colour: str) -> None:
    dots = DOTS_PER_MM
    page.painter.fillRect(QRectF(x * dots, y * dots, wide * dots, high * dots), QColor(colour))
