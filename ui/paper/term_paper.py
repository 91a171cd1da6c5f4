"""The figures of a term on A4: two columns of numbers under their headings, beside last term's; it names no child."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.figures import GROUPS, Book, Figure, term_book, terms_known
from app.school import Snapshot
from app.termdays import Term
from app.terms import day_in_term, term_title
from ui import term_words as words
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.scope import Scope
from ui.paper.type import Face
from ui.session import Session

FIGURES = "figures"
LEFT, RIGHT, TOP, BOTTOM = 12.0, 198.0, 38.0, 273.0
SIGNED, FOOT = 279.5, 287.0
GAP, ROW = 6.0, 5.7
WIDE = (RIGHT - LEFT - GAP) / 2
NOW, THEN = 36.0, 17.0
"""mm of this term's number with its share, and of last term's."""
EACH = int((BOTTOM - TOP - ROW) / ROW)
PALE = "#B0B0B0"


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (no number) or a figure."""

    title: str
    now: str = ""
    then: str = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class TermJob:
    """The figures of a term; they are about no child in particular."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    book: Book | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("TermPaper", text)


def scope_key(term: Term, on: date) -> str:
    """How the printing page is asked for a term as of a day."""
    return f"{term.code}@{on.isoformat()}"


def figure_scopes(session: Session, wanted: str) -> list[Scope]:
    """Every term that figures exist for, as of today or its last day; first the day that was asked for."""
    found = []
    for term in terms_known(session.snapshot, session.today):
        day = day_in_term(term, session.today)
        code, _at, asked = wanted.partition("@")
        if code == term.code and asked and asked != day.isoformat():
            until = on_paper(date.fromisoformat(asked))
            found.append(Scope(wanted, _tr("{0}，截至{1}").format(term_title(code), until), ()))
        found.append(Scope(scope_key(term, day), term_title(term.code), ()))
    return found or [Scope("", _tr("还没有学期"), ())]


def term_job(session: Session, scope: str) -> TermJob:
    """The job for a term as of a day."""
    code, _at, day = scope.partition("@")
    term = next((one for one in terms_known(session.snapshot, session.today) if one.code == code), None)
    if term is None:
        return TermJob((), session.snapshot, session.today)
    on = date.fromisoformat(day)
    return TermJob((), session.snapshot, on, term_book(session, term, on))


def term_paper(job: TermJob) -> Paper:
    """As many sheets as two columns a sheet need; none without a term."""
    title = _tr("学期数字")
    if job.book is None:
        return Paper(title, ())
    rows = rows_of(job.book, job.snapshot)
    columns = _columns(rows)
    pages = [columns[first : first + 2] for first in range(0, len(columns), 2)]
    sheets: list[PaintPage] = [
        partial(_paint, job=job, book=job.book, columns=page, place=(number, len(pages)))
        for number, page in enumerate(pages, 1)
    ]
    return Paper(title, sheets, sum(not row.is_head for row in rows), [frozenset()] * len(sheets))


def rows_of(book: Book, snapshot: Snapshot) -> list[Row]:
    """Headings and figures, in order."""
    found = []
    for group in GROUPS:
        pairs = book.pairs(group)
        if pairs:
            found.append(Row(words.group_word(group), is_head=True))
        for one in pairs:
            title = words.row_title(one.now, snapshot, book.on)
            found.append(Row(title, _number(one.now), words.last_value(one.before)))
    return found


def _number(one: Figure) -> str:
    """59 人　42%, 660 / 726，91%."""
    said = words.share(one)
    if words.counts_done(one):
        return said
    many = words.number(one.key, one.value)
    return "　".join(word for word in (f"{many} {words.unit(one.key)}" if one.value else many, said) if word)


def _columns(rows: Sequence[Row]) -> list[list[Row]]:
    """So many rows a column. A group stays whole where that costs no sheet; else its heading is said again."""
    found: list[list[Row]] = [[]]
    for group in _groups(rows):
        if found[-1] and len(found[-1]) + len(group) > EACH:
            found.append([])
        for row in group:
            if len(found[-1]) >= EACH:
                found.append([_again(group[0])])
            found[-1].append(row)
    running = _running(rows)
    return found if len(found) + 1 >> 1 <= len(running) + 1 >> 1 else running


def _running(rows: Sequence[Row]) -> list[list[Row]]:
    """Every column full; no heading stands last, and a group that goes on says its heading again."""
    found: list[list[Row]] = [[]]
    head: Row | None = None
    for row in rows:
        if len(found[-1]) >= EACH - row.is_head:
            found.append([] if row.is_head or head is None else [_again(head)])
        head = row if row.is_head else head
        found[-1].append(row)
    return found


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    found: list[list[Row]] = []
    for row in rows:
        if row.is_head or not found:
            found.append([])
        found[-1].append(row)
    return found


def _again(head: Row) -> Row:
    return replace(head, title=_tr("{0}（续）").format(head.title))


def _paint(page: Page, job: TermJob, book: Book, columns: Sequence[Sequence[Row]], place: tuple[int, int]) -> None:
    middle = (LEFT + RIGHT) / 2
    page.box(job.snapshot.school.name, LEFT, 9.0, RIGHT - LEFT, 8.0, Face.SONG, 14.0, min_pt=9.0, align="center")
    page.text(middle, 22.5, _tr("{0}留守儿童工作数字").format(term_title(book.term.code)), Face.SONG, 17.0, "center")
    last = _tr("，右边是{0}末").format(term_title(book.last.code)) if book.last is not None else ""
    page.text(RIGHT, 32.0, _tr("截至{0}{1}").format(on_paper(book.on), last), Face.SANS, 9.5, "right")
    for number, rows in enumerate(columns):
        _column(page, rows, LEFT + number * (WIDE + GAP), book.last is not None)
    page.text(LEFT, SIGNED, _tr("填报单位（盖章）"), Face.FORM, 10.5)
    page.text(middle, SIGNED, _tr("负责人（签名）"), Face.FORM, 10.5)
    page.text(middle, FOOT, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")


def _column(page: Page, rows: Sequence[Row], x: float, with_last: bool) -> None:
    y = TOP
    name = WIDE - NOW - (THEN if with_last else 0.0)
    for row in rows:
        if row.is_head:
            page.box(row.title, x + 1, y, WIDE - 2, ROW, Face.BOLD, 10.0, min_pt=8.0)
            page.line(x, y, x + WIDE, y, 0.35)
        else:
            page.box(row.title, x + 3, y, name - 4, ROW, Face.SANS, 9.5, min_pt=6.0)
            page.box(row.now, x + name, y, NOW - 1, ROW, Face.SANS, 9.5, min_pt=6.5, align="right")
            if with_last:
                page.box(row.then, x + name + NOW, y, THEN - 1, ROW, Face.SANS, 9.0, min_pt=6.5, align="right")
        page.line(x, y + ROW, x + WIDE, y + ROW, 0.1, PALE)
        y += ROW
    page.rect(x, TOP, WIDE, y - TOP, 0.4)
