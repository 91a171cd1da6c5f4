"""Record books from the school's data to sheets: each mentor's children, with what was done for them this term."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.addresses import village
from app.cards import OnCard, class_name_on, class_of, family_on_card, working_numbers
from app.care import CareRecord
from app.children import Child
from app.days import age_on, on_paper
from app.kinship import spoken_relation
from app.mentoring import Link, Mentoring, mentorings
from app.pairing import HelpPlan
from app.phones import dial_text
from app.record_book import Series, book_term, by_child, mentor_rules, plan_on, series_of, spans_of
from app.school import Snapshot
from app.termdays import Term
from app.terms import term_title
from app.whereabouts import current
from app.windows import Window as TermWindow
from ui.paper.cards import health_words
from ui.paper.duty_words import done_words, title_of, window_word
from ui.paper.models import Adult
from ui.paper.output import PaintPage, Paper
from ui.paper.record_book import Aim, BookPage, BookSheets
from ui.paper.record_grid import Duty, Window
from ui.sentences import place_short

FAMILY = 4
NONE = "—"
MANY = 3
"""Days that are named where a text is too long; of more their number."""


@dataclass(frozen=True, slots=True)
class BookJob:
    """Whose books (`mentors`: staff ids, none = all) with these children, as of a day, and the term's records."""

    mentors: tuple[int, ...]
    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    records: Sequence[CareRecord] = ()


def _tr(text: str) -> str:
    return QCoreApplication.translate("MentorBooks", text)


def book_paper(job: BookJob) -> Paper:
    """A book after another, each with its own page numbers; `pieces` are the books."""
    found = book_term(job.snapshot, job.day)
    if found is None:
        return Paper(_tr("帮扶记录册"), ())
    term, day = found
    records, spans = by_child(job.records), spans_of(job.snapshot, term)
    wanted = {child.id for child in job.children}
    sheets: list[PaintPage] = []
    owners: list[frozenset[int]] = []
    books = 0
    for one in chosen(job.snapshot, day, job.mentors):
        links = [link for link in one.links if link.child.id in wanted]
        laid = [
            BookSheets(book_page(one, link, job, (term, day), spans, records.get(link.child.id, [])))
            for link in links
        ]
        total, number = sum(page.count for page in laid), 0
        books += bool(laid)
        for page in laid:
            for mine in range(1, page.count + 1):
                number += 1
                sheets.append(partial(page.paint, number=mine, place=(number, total)))
                owners.append(frozenset({page.found.child_id}))
    return Paper(_tr("帮扶记录册"), sheets, books, owners)


def chosen(snapshot: Snapshot, day: date, mentors: Sequence[int]) -> list[Mentoring]:
    """The mentors of that day, or those of them who were chosen."""
    return [one for one in mentorings(snapshot, day) if not mentors or one.staff.id in mentors]


def book_page(
    one: Mentoring, link: Link, job: BookJob, when: tuple[Term, date], spans: Mapping[str, list[TermWindow]],
    records: Sequence[CareRecord],
) -> BookPage:  # fmt: skip
    """A child's page in the book of the term, as of the day."""
    child, snapshot, (term, day) = link.child, job.snapshot, when
    plan = plan_on(snapshot, link.pairing, day)
    series = series_of(mentor_rules(snapshot, child, day, plan is not None), spans, records)
    names = {staff.id: staff.name for staff in snapshot.staff}
    age = age_on(child.birth, day)
    return BookPage(
        child_id=child.id,
        school=snapshot.school.name,
        term=term_title(term.code),
        mentor=one.staff.name,
        name=child.name,
        class_name=class_name_on(class_of(child, snapshot, day), snapshot, day),
        sex=child.sex,
        age=_tr("{0} 岁").format(age) if age is not None else "",
        boarding=child.boarding,
        village=village(child.address or child.home_address),
        since=_tr("{0}起").format(on_paper(link.pairing.from_day)),
        call_time=child.call_time,
        people=tuple(_adult(person, day) for person in family_on_card(child, day)[:FAMILY]),
        situation=_tr("；").join(part for part in (child.attention, plan.situation if plan else "") if part),
        plan=_plan_words(plan, link),
        aims=tuple(_aim(plan)),
        duties=tuple(_duties(series, child, one.staff.id, names)),
    )


def _plan_words(plan: HelpPlan | None, link: Link) -> str:
    parts = (link.pairing.focus, plan.times if plan else "", plan.content if plan else "")
    return _tr("；").join(part for part in parts if part)


def _aim(plan: HelpPlan | None) -> list[Aim]:
    found = []
    for goal in sorted(plan.goals if plan else (), key=lambda goal: (goal.position, goal.id)):
        met = _tr("{0}做到").format(_short(goal.met_on)) if goal.met_on else ""
        result = _tr("，").join(part for part in (met, goal.result) if part)
        found.append(Aim(goal.goal, _short(goal.by_day) if goal.by_day else "", result))
    return found


def _short(day: date) -> str:
    return _tr("{0}月{1}日").format(day.month, day.day)


def _adult(person: OnCard, day: date) -> Adult:
    """A row of the family. Of an address the book shows the village (rules.md); where a parent works, the town."""
    kin, word = person.kin, spoken_relation(person.kin.relation)
    if kin.state == "dead":
        return Adult(word, NONE, (NONE,), _tr("已去世"), gone=True)
    if kin.state == "missing":
        return Adult(word, kin.name or NONE, (NONE,), _tr("失去联系"), gone=True)
    found, age = current(kin, day), age_on(kin.birth, day)
    place = ""
    if found is not None and found.kind == "away":
        place = place_short(found.place or kin.address)
    elif found is not None or kin.address:
        place = _tr("在家") if found is not None else village(kin.address)
    person_words = (_tr("{0} 岁").format(age) if age is not None and person.cares else "",
                    health_words(kin.health) if person.cares else "")  # fmt: skip
    where = _tr("，").join(part for part in (place, kin.work_unit or kin.occupation, *person_words) if part)
    numbers = tuple(dial_text(number) for number in working_numbers(kin))
    return Adult(word, kin.name, numbers, where, _tr("照料人") if person.cares else "")


def _duties(series: Sequence[Series], child: Child, mentor: int, names: dict[int, str]) -> list[Duty]:
    """The rules worded, each window with what was done in it."""
    duties = []
    for one in series:
        found = []
        for number, slot in enumerate(one.slots, 1):
            others = {key: name for key, name in names.items() if key != mentor}
            said = [done_words(record, child.id, others.get(record.staff_id or 0, "")) for record in slot.records]
            days = list(dict.fromkeys(_short(record.day) for record in slot.records))
            when = _tr("、").join(days) if len(days) <= MANY else _tr("{0} 次").format(len(slot.records))
            found.append(Window(window_word(one.rule.span, number, slot.window), _tr("；").join(said), when))
        duties.append(Duty(title_of(one.rule), tuple(found)))
    return duties
