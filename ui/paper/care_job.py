"""谈心记录, 家访记录 and 亲情电话登记表 from the ledger to sheets: wording, order, filled or to be written in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.addresses import village
from app.asking import LOW_MOOD, Topic
from app.call_weeks import VIDEO_MEDIUM, VOICE_MEDIUM
from app.cards import class_name_on, class_of, class_teacher_on, in_class_order, working_numbers
from app.care import REACHED, CareRecord
from app.care_papers import BLANK, CALLS, DONE, VISITS, Stretch, how_many_before, in_blocks
from app.care_ways import people, usual_staff, way_of, ways, with_whom
from app.carer import carer_of
from app.children import Child, Kin
from app.days import age_on
from app.kinship import spoken_relation
from app.pairing import mentors_on
from app.phones import dial_text
from app.school import Snapshot
from app.terms import term_of, term_title
from app.whereabouts import current
from ui.care_words import block_marks, kind_word, mood_word, way_word, whom_word
from ui.paper.call_register import EMPTY, SPARE, CallRow, Register, all_sheets
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.talk_record import TOPS, TalkForm, TalkSheets
from ui.paper.visit_record import VisitForm, VisitSheets


@dataclass(frozen=True, slots=True)
class CareJob:
    """Which paper, for which children and days. Without children an empty form; `records` the oldest first."""

    paper: str
    style: str
    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    days: Stretch
    records: Sequence[CareRecord] = ()
    numbers: Mapping[int, str] = field(default_factory=dict)
    topics: Mapping[int, Sequence[Topic]] = field(default_factory=dict)
    """By child: what a visit may ask after."""
    kind: str = "family_call"
    """Of the register."""
    whose: str = ""
    """Whose register it is, where it is not one of classes: a teacher's."""

    def in_days(self) -> list[CareRecord]:
        """The records of the days; earlier ones of the term only count."""
        return [one for one in self.records if one.day >= self.days.first]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CarePapers", text)


def care_paper(job: CareJob) -> Paper:
    """The sheets of the job."""
    if job.paper == CALLS:
        return _registers(job)
    return _visits(job) if job.paper == VISITS else _talks(job)


def _pairs(job: CareJob) -> list[tuple[Child, CareRecord | None]]:
    """Each form's child and record; forms to be written in have none."""
    wanted = {child.id: child for child in job.children}
    if job.style == BLANK:
        return [(child, None) for child in in_class_order(job.children, job.snapshot, job.day)]
    by_child: dict[int, list[CareRecord]] = {}
    for record in job.in_days():
        for person in record.participants:
            if person.child_id in wanted:
                by_child.setdefault(person.child_id, []).append(record)
    order = in_class_order([wanted[key] for key in by_child], job.snapshot, job.day)
    return [(child, record) for child in order for record in by_child[child.id]]


def _visits(job: CareJob) -> Paper:
    forms = [_visit(job, child, record) for child, record in _pairs(job)]
    if job.style == BLANK and not job.children:
        forms = [VisitForm(job.snapshot.school.name, _term(job))]
    laid = [VisitSheets(form) for form in forms]
    sheets = [partial(one.paint, number=number) for one in laid for number in range(1, one.count + 1)]
    owners = [frozenset({one.form.child_id} - {0}) for one in laid for _number in range(one.count)]
    return Paper(_tr("家访记录"), sheets, len(forms), owners)


def _visit(job: CareJob, child: Child, record: CareRecord | None) -> VisitForm:
    snapshot, day = job.snapshot, record.day if record else job.day
    carer = carer_of(child, day).kin
    age = age_on(child.birth, day)
    known = VisitForm(
        snapshot.school.name, _term(job), job.numbers.get(record.id, "") if record else "", child.id, child.name,
        child.sex, _tr("{0} 岁").format(age) if age is not None else "",
        class_name_on(class_of(child, snapshot, day), snapshot, day), carer.name if carer else "",
        spoken_relation(carer.relation) if carer else "", _phones([carer] if carer else []),
        village(child.address or child.home_address),
    )  # fmt: skip
    first = _term_start(job, day)
    times = how_many_before(job.records, child.id, record, first)
    purpose = _tr("本学期第 {0} 次家访。").format(times)
    if record is None:
        ask = _asked(job.topics.get(child.id, ()))
        return replace(known, how=_tr("上门"), visitors=_visitors(job, child), purpose=purpose + ask)
    how = {VIDEO_MEDIUM: _tr("视频"), VOICE_MEDIUM: _tr("电话")}.get(record.medium, _tr("上门"))
    secret = record.confidential
    said = [_tr("内容保密"), "", "", "", ""] if secret else in_blocks(_said(record, child), block_marks("home_visit"))
    return replace(
        known, day=record.day, time=record.from_time, how=how, visitors=_staff(job, record.staff_id),
        present=whom_word(record.relation), purpose=purpose,
        home=said[0], at_home=said[1], at_school=said[2], thinks=said[3], plan=said[4],
        next_day=record.follow_up, next_by=_staff(job, record.staff_id) if record.follow_up else "",
        next_what="" if secret else record.follow_up_note,
    )  # fmt: skip


def _talks(job: CareJob) -> Paper:
    forms = [_talk(job, child, record) for child, record in _pairs(job)]
    if job.style == BLANK:
        # Every sheet goes into one child's file: two empty forms of the same child.
        forms = [form for form in forms or [TalkForm(job.snapshot.school.name, _term(job))] for _place in TOPS]
    sheets: list[PaintPage] = []
    owners: list[frozenset[int]] = []
    waiting: list[TalkSheets] = []
    for form in map(TalkSheets, forms):
        if form.is_long or (waiting and waiting[0].form.child_id != form.form.child_id):
            _lay(sheets, owners, waiting)
        waiting.append(form)
        if form.is_long or len(waiting) == len(TOPS):
            _lay(sheets, owners, waiting)
    _lay(sheets, owners, waiting)
    return Paper(_tr("谈心记录"), sheets, len(forms), owners)


def _lay(sheets: list[PaintPage], owners: list[frozenset[int]], waiting: list[TalkSheets]) -> None:
    """Put what waits on a sheet, and what found no room there on sheets of its own."""
    if not waiting:
        return
    forms = tuple(waiting)
    waiting.clear()

    def paint(page: Page) -> None:
        for form, top in zip(forms, TOPS, strict=False):
            form.paint(page, top)
        if len(forms) > 1:
            page.line(12, 148.0, 198, 148.0, 0.15, "#777777", (1.5, 1.5))

    sheets.append(paint)
    owners.append(frozenset(form.form.child_id for form in forms if form.form.child_id))
    for form in forms:
        for number in range(len(form.further)):
            sheets.append(partial(form.paint_further, number=number))
            owners.append(frozenset({form.form.child_id} - {0}))


def _talk(job: CareJob, child: Child, record: CareRecord | None) -> TalkForm:
    snapshot, day = job.snapshot, record.day if record else job.day
    age = age_on(child.birth, day)
    class_name = class_name_on(class_of(child, snapshot, day), snapshot, day)
    years = _tr("{0} 岁").format(age) if age is not None else ""
    school, term = snapshot.school.name, _term(job)
    if record is None:
        of_class = class_of(child, snapshot, day)
        by = usual_staff(snapshot, "talk", child.id, of_class.id if of_class else None, day)
        return TalkForm(school, term, "", child.id, child.name, child.sex, years, class_name, _staff(job, by))
    secret = record.confidential
    said, answered, plan = in_blocks(_said(record, child), block_marks("talk"))
    if record.follow_up is not None:
        day, note = record.follow_up, record.follow_up_note
        plan += _tr("{0}月{1}日前跟进。{2}").format(day.month, day.day, note)
    return TalkForm(
        school, term, job.numbers.get(record.id, ""), child.id, child.name, child.sex, years, class_name,
        _staff(job, record.staff_id), record.day, "" if secret else record.place,
        _tr("{0} 分钟").format(record.minutes) if record.minutes else "", mood_word(record.mood),
        _tr("内容保密，由心理老师另存。") if secret else said, "" if secret else answered, "" if secret else plan,
    )  # fmt: skip


def _registers(job: CareJob) -> Paper:
    choices = tuple(way_word(job.kind, way) for way in ways(job.kind))
    title = _tr("亲情电话登记表") if job.kind == "family_call" else _tr("{0}登记表").format(kind_word(job.kind))
    groups: dict[str, list[CallRow]] = {}
    order = _pairs(job)
    if job.style == DONE:
        order.sort(key=lambda pair: (pair[1].day, pair[1].from_time) if pair[1] else (date.min, ""))
    for child, record in order:
        row = _call(job, child, record)
        groups.setdefault(job.whose or row.class_name, []).append(row)
    if job.style == BLANK and not job.children:
        groups = {"": [CallRow()] * EMPTY}
    elif job.style == BLANK:
        for rows in groups.values():
            rows += [CallRow()] * SPARE
    registers = [
        Register(title, job.snapshot.school.name, _term(job), whose, choices, tuple(rows), job.kind)
        for whose, rows in sorted(groups.items(), key=lambda group: min(map(_place(job), group[1])))
    ]  # fmt: skip
    laid = all_sheets(registers, parted=job.style == BLANK)
    count = sum(bool(row.child_id) for one in registers for row in one.rows)
    return Paper(title, [paint for paint, _ids in laid], count, [ids for _paint, ids in laid], landscape=True)


def _place(job: CareJob) -> Callable[[CallRow], int]:
    """Where a row's child stands among the classes: registers follow in the order of these."""
    order = [child.id for child in in_class_order(job.children, job.snapshot, job.day)]
    return lambda row: order.index(row.child_id) if row.child_id in order else len(order)


def _call(job: CareJob, child: Child, record: CareRecord | None) -> CallRow:
    snapshot, day = job.snapshot, record.day if record else job.day
    class_name = class_name_on(class_of(child, snapshot, day), snapshot, day)
    if record is None:
        # The likeliest to answer is printed; for a call with both parents one of them is dialled.
        relation = next((one for one in with_whom(child, job.kind, day) if "、" not in one), "")
        found = people(child, relation)
        place = _work_place(found, day) if job.kind == "letter" else ""
        return CallRow(child.id, "", "", child.name, class_name, whom_word(relation), _phones(found)[:1], place)
    way = way_of(record.kind, record.medium, record.outcome)
    is_plain = len(ways(record.kind)) == YES_OR_NO or (record.kind == "letter" and not record.medium)
    if way.outcome == REACHED and is_plain:
        # The register asks only whether it was done, and a letter was sent: its first box. How a call was made nobody
        # guesses.
        way = ways(record.kind)[0]
    how = way_word(record.kind, way)
    said = _tr("内容保密") if record.confidential else record.summary
    found = people(child, record.relation)
    place = _work_place(found, day) if record.kind == "letter" else record.place
    place = "" if record.confidential else place
    return CallRow(
        child.id, _tr("{0}月{1}日").format(record.day.month, record.day.day), _from_to(record), child.name, class_name,
        whom_word(record.relation), _phones(found)[:1], place, how, said, _staff(job, record.staff_id), record.id,
    )  # fmt: skip


YES_OR_NO = 2
"""Ways of a kind that was done or was not."""


def _work_place(kin: Sequence[Kin], day: date) -> str:
    """Where they work, as far as it is known: a letter goes there."""
    return next((where.place for one in kin if (where := current(one, day)) is not None and where.place), "")


def _from_to(record: CareRecord) -> str:
    """15:10—15:24; only how long it was where the beginning is not known."""
    if not record.from_time:
        return _tr("{0} 分钟").format(record.minutes) if record.minutes else ""
    begun = datetime.strptime(record.from_time, "%H:%M")
    if not record.minutes:
        return record.from_time
    return f"{begun:%H:%M}—{begun + timedelta(minutes=record.minutes):%H:%M}"


def _phones(kin: Sequence[Kin]) -> tuple[str, ...]:
    return tuple(dial_text(number) for one in kin for number in working_numbers(one))


def _said(record: CareRecord, child: Child) -> str:
    remark = next((one.remark for one in record.participants if one.child_id == child.id), "")
    return "；".join(part for part in (record.summary, remark) if part)


def _staff(job: CareJob, staff_id: int | None) -> str:
    return next((one.name for one in job.snapshot.staff if one.id == staff_id), "")


def _visitors(job: CareJob, child: Child) -> str:
    """The class teacher and the mentor."""
    teacher = class_teacher_on(class_of(child, job.snapshot, job.day), job.snapshot, job.day)
    mentor = _staff(job, mentors_on(job.snapshot.pairings, job.day).get(child.id))
    return "、".join(dict.fromkeys(name for name in (teacher.name if teacher else "", mentor) if name))


def _asked(topics: Sequence[Topic]) -> str:
    said = [_tr("上次情绪低落") if topic.text == LOW_MOOD else topic.text for topic in topics]
    return _tr("问问：{0}。").format("；".join(said)) if said else ""


def _term(job: CareJob) -> str:
    term = term_of(job.snapshot.terms, min(job.days.last, max(job.days.first, job.day)))
    return term_title(term.code) if term else ""


def _term_start(job: CareJob, day: date) -> date:
    term = term_of(job.snapshot.terms, day)
    return term.from_day if term else date.min

