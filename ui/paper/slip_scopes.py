"""For whom the weekly slips can be printed: everybody or one teacher, this week or the next."""

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.slips.weekly import WeekSlip, due_for, monday_of, week_slips
from ui.paper.scope import Scope
from ui.paper.slip import SlipJob, slip_job
from ui.session import Session

THIS, NEXT = "this", "next"
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SlipScope(Scope):
    """One choice, with the slips that it means."""

    job: SlipJob | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("SlipScopes", text)


def usual_scope(session: Session) -> str:
    """All slips of this week; on a weekend those of the next."""
    return f"{NEXT if session.today.weekday() >= SATURDAY else THIS}:all"


def slip_scopes(session: Session) -> list[Scope]:
    """This week with each teacher, and the next, which one may print on Friday."""
    found: list[Scope] = []
    this_week = monday_of(session.today)
    for key, word, monday in (
        (THIS, _tr("这周"), this_week), (NEXT, _tr("下周"), this_week + timedelta(days=7)),
    ):  # fmt: skip
        due = session.due() if key == THIS else due_for(session.snapshot, session.store.ledger, monday, session.today)
        slips = week_slips(due, session.store.ledger, monday) if due is not None else []
        job = slip_job(slips, session.snapshot, session.today, monday)
        words = _tr("{0}，全部 {1} 位老师").format(word, len(slips))
        found.append(SlipScope(f"{key}:all", words, tuple(job.children), all_pupils=True, job=job))
        found += [_one(job, slip, key, word) for slip in slips]
    return found


def _one(job: SlipJob, slip: WeekSlip, key: str, word: str) -> SlipScope:
    children = tuple(one.child for one in slip.children)
    name = slip.staff.name if slip.staff else _tr("没有指定老师")
    only = replace(job, slips=(slip,), children=children)
    number = slip.staff.id if slip.staff else 0
    words = _tr("{0}，{1} {2} 个孩子").format(word, name, len(children))
    return SlipScope(f"{key}:{number}", words, children, all_pupils=True, job=only)
