"""活动方案, 活动记录 and 会议纪要 from an activity to sheets (domain.md §3, REQ 4.1, 5.1, 7.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.activities import Activity, Entry, Held, places
from app.attachments import without_consent
from app.cards import class_name_on, class_of, in_class_order
from app.care import WORK_MEETING
from app.children import Child
from app.days import on_paper
from app.school import Snapshot
from app.terms import term_on, term_title
from ui import activity_words as words
from ui.attachments.words import consent
from ui.care_words import kind_word
from ui.money_words import yuan_word
from ui.paper.flow_sheet import Piece, fields, painted, table, text
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.ruled import form_head

PLAN, RECORD = PAPERS = ("activity_plan", "activity_record")
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class ActivityJob:
    """A plan or a record of one activity; without one an empty form. `children` are those who took part."""

    paper: str
    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    held: Held | None = None
    pictures: int = 0
    """What hangs on it: pictures, film, scans."""
    given: Sequence[str] = ()
    """What came with it: gifts, insurance, wishes that were met."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActivityForm", text)


def title_of(job: ActivityJob) -> str:
    """活动方案, 活动记录, 会议方案, 会议纪要."""
    meeting = job.held is not None and job.held.record.kind == WORK_MEETING
    if job.paper == PLAN:
        return _tr("会议安排") if meeting else _tr("活动方案")
    return _tr("会议纪要") if meeting else _tr("活动记录")


def activity_paper(job: ActivityJob) -> Paper:
    """As many sheets as it needs."""
    title = title_of(job)
    pieces = [*_head(job), *(_plan(job) if job.paper == PLAN else _record(job))]
    day = job.held.record.day if job.held is not None else job.day
    term = term_on(job.snapshot, day)
    left = f"{job.snapshot.school.name}  {term_title(term.code) if term else ''}".strip()

    def head(page: Page, number: int) -> None:
        form_head(page, 13.0, title if number == 1 else _tr("{0}（续）").format(title), left, "")

    signs = [_tr("负责人"), _tr("校长")] if job.paper == PLAN else [_tr("主持人"), _tr("记录人")]
    made = painted(pieces, head, signs)
    owners = [frozenset(child.id for child in job.children)] * len(made)
    name = words.title(job.held) if job.held is not None else ""
    return Paper(f"{title}{_tr('：') if name else ''}{name}", made, 1, owners)


def _head(job: ActivityJob) -> list[Piece]:
    held = job.held
    if held is None:
        names = ((_tr("主题"),), (_tr("时间"),), (_tr("类别"), _tr("地点")), (_tr("参加对象"), _tr("主持人")),
                 (_tr("主办"), _tr("负责人")))  # fmt: skip
        return [fields(*((name, "") for name in row)) for row in names]
    record, more = held.record, held.activity or Activity(0, held.record.id)
    staff = next((one.name for one in job.snapshot.staff if one.id == record.staff_id), "")
    room = next((one.name for one in job.snapshot.rooms if one.id == more.room_id), "")
    kind = _tr("，").join(part for part in (kind_word(record.kind), more.kind) if part)
    when = _tr("{0} 周{1} {2}").format(on_paper(record.day), WEEKDAYS[record.day.weekday()], record.from_time).strip()
    when += _tr("，{0} 分钟").format(record.minutes) if record.minutes else ""
    where = _tr("，").join(dict.fromkeys(part for part in (record.place, room) if part))
    found = [fields((_tr("主题"), words.title(held))), fields((_tr("时间"), when)),
             fields((_tr("类别"), kind), (_tr("地点"), where))]  # fmt: skip
    outside = _tr("，").join(part for part in (more.organization, more.media) if part)
    if record.kind == WORK_MEETING:
        found.append(fields((_tr("主持人"), more.host or staff), (_tr("记录人"), staff)))
        return [*found, *([fields((_tr("参加的人"), more.people))] if more.people else [])]
    found += [fields((_tr("参加对象"), _whom(job, held)), (_tr("主持人"), more.host or staff)),
              fields((_tr("主办"), more.organizer), (_tr("负责人"), staff))]  # fmt: skip
    if outside or more.people:
        found.append(fields((_tr("外来单位"), outside), (_tr("来的大人"), more.people)))
    return found


def _whom(job: ActivityJob, held: Held) -> str:
    of = words.class_of(held, job.snapshot)
    count = _tr("{0} 个孩子").format(len(job.children)) if job.children else ""
    return _tr("，").join(part for part in (of, count) if part)


def _plan(job: ActivityJob) -> list[Piece]:
    more, by_hand = _more(job)
    return [
        *_agenda(more, 6 * by_hand), *_materials(more, 5 * by_hand),
        *([fields((_tr("预算"), yuan_word(more.budget_fen)))] if by_hand or more.budget_fen is not None else []),
        *text(_tr("备注"), more.note, 3 * by_hand),
    ]  # fmt: skip


def _record(job: ActivityJob) -> list[Piece]:
    more, by_hand = _more(job)
    record = job.held.record if job.held is not None else None
    kind = record.kind if record is not None else ""
    spent = more.budget_fen is not None or more.spent_fen is not None
    money_line = fields((_tr("预算"), yuan_word(more.budget_fen)), (_tr("实际花费"), yuan_word(more.spent_fen)))
    return [
        *_agenda(more, 0), *text(words.said_word(kind), record.summary if record is not None else "", 4 * by_hand),
        *_contest(job, more.entries), *text(_tr("参加的孩子"), _names(job), 2 * by_hand),
        *text(_tr("捐赠和保险"), "\n".join(job.given)), *_pictures(job),
        *text(words.result_word(kind), more.result, 2 * by_hand),
        *([money_line] if by_hand or spent else []),
        *text(_tr("会议纪要") if kind == WORK_MEETING else _tr("活动总结"), more.write_up, 4 * by_hand),
    ]  # fmt: skip


def _pictures(job: ActivityJob) -> list[Piece]:
    """How many pictures there are, and who may not be seen outside the school: the paper lies in the archive box with
    them."""
    if not job.pictures:
        return []
    said = consent(*without_consent([child.id for child in job.children], job.snapshot), most=len(job.children))
    count = _tr("{0} 份，存在电脑里。").format(job.pictures)
    more = _tr("{0}。有他们的照片不对外。").format(said) if said else ""
    return text(_tr("图片和文件"), "\n".join(part for part in (count, more) if part))


def _more(job: ActivityJob) -> tuple[Activity, int]:
    if job.held is None:
        return Activity(0, 0), 1
    return job.held.activity or Activity(0, job.held.record.id), 0


def _agenda(more: Activity, by_hand: int) -> list[Piece]:
    rows = [(one.at_time, one.what, one.who) for one in more.agenda]
    return table(_tr("议程"), ((_tr("几点"), 24.0), (_tr("做什么"), 112.0), (_tr("谁"), 40.0)), rows, by_hand)


def _materials(more: Activity, by_hand: int) -> list[Piece]:
    rows = [(one.what, one.count, one.keeper) for one in more.materials]
    columns = ((_tr("要用的东西"), 106.0), (_tr("多少"), 30.0), (_tr("谁保管"), 40.0))
    return table(_tr("物品"), columns, rows, by_hand)


def _contest(job: ActivityJob, entries: Sequence[Entry]) -> list[Piece]:
    if not entries:
        return []
    rows = [
        (one.contest_group, _who(job, one), _class(job, one.child_id), one.piece, one.score, one.prize)
        for one in _ranked(entries)
    ]
    columns = ((_tr("组别"), 24.0), (_tr("选手"), 30.0), (_tr("班级"), 26.0), (_tr("节目"), 52.0), (_tr("得分"), 18.0),
               (_tr("名次或奖项"), 26.0))  # fmt: skip
    return table(_tr("比赛"), columns, rows, aside=_tr("{0} 个选手").format(len(entries)))


def _ranked(entries: Sequence[Entry]) -> list[Entry]:
    """Group by group as they come, the best first; who has no score last."""
    groups = list(dict.fromkeys(one.contest_group for one in entries))
    ranks = places([(one.contest_group, one.score) for one in entries])
    order = sorted(zip(entries, ranks, strict=True), key=lambda two: (
        groups.index(two[0].contest_group), two[1] or len(entries) + 1, two[0].position))  # fmt: skip
    return [one for one, _rank in order]


def _who(job: ActivityJob, entry: Entry) -> str:
    child = job.snapshot.children.get(entry.child_id or 0)
    return child.name if child is not None else entry.name


def _class(job: ActivityJob, child_id: int | None) -> str:
    child = job.snapshot.children.get(child_id or 0)
    day = job.held.record.day if job.held is not None else job.day
    return class_name_on(class_of(child, job.snapshot, day), job.snapshot, day) if child is not None else ""


def _names(job: ActivityJob) -> str:
    """三（1）班 2 人：周雨桐、罗子轩, class by class."""
    groups: dict[str, list[str]] = {}
    day = job.held.record.day if job.held is not None else job.day
    for child in in_class_order(job.children, job.snapshot, day):
        groups.setdefault(_class(job, child.id), []).append(child.name)
    return "\n".join(_tr("{0} {1} 人：{2}").format(name, len(found), _tr("、").join(found)).strip()
                     for name, found in groups.items())  # fmt: skip


def children_of(held: Held, children: Mapping[int, Child]) -> tuple[Child, ...]:
    """Who took part, as far as the file still knows them."""
    return tuple(children[one.child_id] for one in held.record.participants if one.child_id in children)
