"""本周关爱任务单 from what is due to sheets of paper: who gets one, how it is worded, which code each page has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.addresses import village
from app.asking import LOW_MOOD
from app.cards import class_name_on
from app.care import CareRecord
from app.care_ways import OF_FAMILY, TIMED
from app.changes import Change, Insert
from app.children import Child
from app.days import on_paper
from app.kinship import spoken_relation
from app.phones import dial_text
from app.school import Snapshot
from app.schooldays import SchoolDays
from app.slips.codes import code_of
from app.slips.sheet import written
from app.slips.weekly import Besides, ChildErrands, Errand, WeekSlip
from app.terms import term_around
from ui.care_words import done_word, kind_word, missed_word, whom_word
from ui.paper.output import PaintPage, Paper
from ui.paper.slip_page import BOXES, FACT, MARK, Block, Head, Row, SlipPage, pages_of, paint_page
from ui.paper.type import Face, width_mm
from ui.sentences import rule_word

WEEK, SLIPS = "week", "slips"
"""`Slip.kind`, and the key of the paper on the printing page."""
WORDS_ONLY = ("talk", "tutoring")
"""Kinds for which nobody is rung: the row says what one might ask."""
LAST = 62.0
"""mm for what was last told of the child."""


@dataclass(frozen=True, slots=True)
class SlipJob:
    """The slips of a week, as they stand on `day`."""

    slips: Sequence[WeekSlip]
    snapshot: Snapshot
    day: date
    monday: date
    children: Sequence[Child] = ()
    """Of whose pages a print is noted; all of them unless only some sheets went to the printer."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One page as it goes on paper."""

    code: str
    slip: WeekSlip
    head: Head
    page: SlipPage


def slip_job(slips: Sequence[WeekSlip], snapshot: Snapshot, day: date, monday: date) -> SlipJob:
    """A job for all children on the slips."""
    children = {one.child.id: one.child for slip in slips for one in slip.children}
    return SlipJob(slips, snapshot, day, monday, tuple(children.values()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Slip", text)


def slip_paper(job: SlipJob) -> Paper:
    """Every page of every slip; each teacher's pages follow one another."""
    sheets: list[PaintPage] = []
    owners = []
    for one in printed_pages(job):
        sheets.append(partial(paint_page, head=one.head, slip=one.page, code=one.code))
        owners.append(frozenset(block.child_id for block in one.page.blocks))
    return Paper(_tr("本周关爱任务单"), sheets, len(job.slips), owners)


def printed_pages(job: SlipJob) -> list[Printed]:
    """The pages with their codes: the same page has the same code however often it is shown or printed."""
    found = []
    for slip in job.slips:
        head = _head(slip, job)
        blocks = [_block(one, number, job) for number, one in enumerate(slip.children, 1)]
        for page in pages_of(blocks, len(head.besides)):
            code = code_of(
                job.snapshot.school.name, job.monday, slip.staff.id if slip.staff else 0, page.number, page.pages,
                written(page.sheet()),
            )  # fmt: skip
            found.append(Printed(code, slip, head, page))
    return found


def slip_records(job: SlipJob, known: Sequence[str], now: datetime) -> list[Change]:
    """A row for each page on whose sheets a print was, unless it was printed as it is before (`known` codes)."""
    done = {child.id for child in job.children}
    changes: list[Change] = []
    for one in printed_pages(job):
        if one.code in known or not done.issuperset(block.child_id for block in one.page.blocks):
            continue
        changes.append(Insert("slip", {
            "code": one.code, "kind": WEEK, "week": job.monday.isoformat(),
            "staff_id": one.slip.staff.id if one.slip.staff else None, "page": one.page.number,
            "pages": one.page.pages, "rows": written(one.page.sheet()), "printed_at": now.isoformat(timespec="seconds"),
        }))  # fmt: skip
    return changes


def _head(slip: WeekSlip, job: SlipJob) -> Head:
    children, errands, late = len(slip.children), slip.errands, slip.overdue
    counts = _tr("{0} 个孩子，{1} 件事，其中 {2} 件过了期。") if late else _tr("{0} 个孩子，{1} 件事。")
    back = _tr("做完随手勾，{0}交到办公室。").format(weekday(_last_school_day(job)))
    teacher = _tr("{0}老师").format(slip.staff.name) if slip.staff else _tr("没有指定老师")
    besides = tuple(_beside(one, job) for one in slip.besides)
    return Head(
        teacher, _week(job), counts.format(children, errands, late) + back, job.snapshot.school.name,
        on_paper(job.day), besides,
    )  # fmt: skip


def _week(job: SlipJob) -> str:
    """第 13 周   11月23日（一）至 29日（日）."""
    sunday = job.monday + timedelta(days=6)
    until = f"{sunday.day}日" if sunday.month == job.monday.month else _month_day(sunday)
    span = _tr("{0}（一）至 {1}（日）").format(_month_day(job.monday), until)
    term = term_around(job.snapshot, job.monday) or term_around(job.snapshot, sunday)
    if term is None:
        return span
    first = term.from_day - timedelta(days=term.from_day.weekday())
    return _tr("第 {0} 周   {1}").format((job.monday - first).days // 7 + 1, span)


def _last_school_day(job: SlipJob) -> date:
    days = SchoolDays(job.snapshot.calendar).between(job.monday, job.monday + timedelta(days=6))
    return days[-1] if days else job.monday + timedelta(days=4)


def weekday(day: date) -> str:
    """星期五."""
    return _tr("星期") + "一二三四五六日"[day.weekday()]


def _month_day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _beside(one: Besides, job: SlipJob) -> str:
    school_class = next((each for each in job.snapshot.classes if each.id == one.class_id), None)
    where = class_name_on(school_class, job.snapshot, job.monday)
    count = _tr("，还有 {0} 个孩子").format(one.children) if one.children else ""
    until = _tr("（{0}以前）").format(_month_day(one.until))
    return f"{where}{rule_word(one.rule)}{count}{until}"


def _block(one: ChildErrands, number: int, job: SlipJob) -> Block:
    return Block(
        number, one.child.id, one.child.name, class_name_on(one.school_class, job.snapshot, job.monday),
        _last(one.last), tuple(_row(errand, one) for errand in one.errands),
    )  # fmt: skip


def _row(errand: Errand, of: ChildErrands) -> Row:
    kind = errand.kind
    late = bool(errand.overdue_days)
    mark = _tr("过了 {0} 天").format(errand.overdue_days) if late else _tr("再试一次") if errand.again else ""
    room = (MARK if mark else BOXES - 2) - FACT
    whom = number = hint = ""
    if kind in WORDS_ONLY or kind not in OF_FAMILY:
        hint = _ask(of, room)
    elif kind == "letter":
        whom = _tr("写给{0}").format(spoken_relation(errand.call.kin.relation)) if errand.call else ""
    elif errand.call is None:
        hint = _tr("没有能打通的号码，问问孩子")
    else:
        number = dial_text(errand.call.phone.number)
        visit = kind in ("home_visit", "festival_visit")
        whom = village(of.child.address) if visit else spoken_relation(errand.call.kin.relation)
        if visit and width_mm(whom, Face.SANS, 10.5) + width_mm(number, Face.BOLD, 10.5) > room - 4:
            whom = whom[:5]
    return Row(kind, _short_kind(kind), done_word(kind), missed_word(kind), whom, number, hint, mark, late,
               kind in TIMED)  # fmt: skip


def _short_kind(kind: str) -> str:
    """The kind as one says it: 打电话 rather than 亲情电话."""
    return {"family_call": _tr("打电话"), "letter": _tr("写信")}.get(kind, kind_word(kind))


def _ask(of: ChildErrands, room: float) -> str:
    """可以问：…, as long as it fits; here alone a text is cut, for the file has it (paper.md §4)."""
    for topic in of.ask:
        text = _tr("上次情绪低落") if topic.text == LOW_MOOD else topic.text
        words = _tr("可以问：{0}").format(text)
        if width_mm(words, Face.SANS, 8.5) <= room:
            return words
    if not of.ask:
        return ""
    words = _tr("可以问：{0}").format(of.ask[0].text)
    while width_mm(words + "…", Face.SANS, 8.5) > room:
        words = words[:-1]
    return words.rstrip("，、；：") + "…"


def _last(record: CareRecord | None) -> str:
    """上次 11月15日 爸爸电话 12 分：说腊月二十回家; the gist is shortened from its end, then the minutes go."""
    if record is None:
        return _tr("还没有联系记录")
    what = kind_word(record.kind)
    if record.kind == "family_call":
        what = whom_word(record.relation) + (record.medium or _tr("电话"))
    bare = _tr("上次 {0} {1}").format(_month_day(record.day), what)
    if record.outcome != "reached":
        return bare + _tr("，{0}").format(missed_word(record.kind))
    timed = bare + (_tr(" {0} 分").format(record.minutes) if record.minutes else "")
    parts = [part for part in record.summary.replace("；", "，").replace("。", "，").split("，") if part.strip()]
    for count in range(len(parts), 0, -1):
        words = timed + _tr("：") + "，".join(parts[:count])
        if width_mm(words, Face.SANS, 9.0) <= LAST:
            return words
    return timed
