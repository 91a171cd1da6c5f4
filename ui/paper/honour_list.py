"""表彰名单 on A4: who was given what in a term or a school year, occasion by occasion; it may hang on the wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import on_paper
from app.honours import Award, Giving, givings
from app.school import Snapshot
from ui import honour_words as words
from ui.paper.flow_sheet import Piece, heading, painted, table
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.ruled import form_head

PT = 11.0


@dataclass(frozen=True, slots=True)
class HonourListJob:
    """The awards of some days. `when` says which: 2026年秋季学期. `occasions` are the names of activities by id."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    when: str
    awards: Sequence[Award]
    occasions: dict[int, str]
    earlier: Sequence[Award] = ()
    """From before the term: listed beneath, and not counted."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("HonourList", text)


def honour_list_paper(job: HonourListJob) -> Paper:
    """As many sheets as it needs; none if nobody was given anything."""
    title = _tr("表彰名单")
    if not job.awards and not job.earlier:
        return Paper(title, ())

    def head(page: Page, number: int) -> None:
        left = _tr("填报单位（盖章）：{0}  {1}").format(job.snapshot.school.name, job.when)
        form_head(page, 13.0, title if number == 1 else _tr("{0}（续）").format(title), left, on_paper(job.day))

    made = painted(_pieces(job), head, signed_by())
    owners = [frozenset(child.id for child in job.children)] * len(made)
    return Paper(title, made, len(job.awards), owners)


def signed_by() -> tuple[str, ...]:
    """Who signs the list, on paper and in Excel: the head of the school first."""
    return tuple(_tr("{0}（签名）").format(one) for one in (_tr("校长"), _tr("审核人"), _tr("填表人")))


def _pieces(job: HonourListJob) -> list[Piece]:
    pieces: list[Piece] = []
    for giving in givings(job.awards):
        pieces += _giving(giving, job)
    if job.earlier:
        said = _tr("{0} 个奖，不算在{1}里").format(len(job.earlier), job.when)
        pieces.append(heading(_tr("以前的"), said))
        for giving in givings(job.earlier):
            pieces += _giving(giving, job, earlier=True)
    return pieces


def _giving(giving: Giving, job: HonourListJob, *, earlier: bool = False) -> list[Piece]:
    rows = [
        (str(number), words.person(one, job.snapshot), words.where(one, job.snapshot), one.name, one.reason)
        for number, one in enumerate(giving.awards, 1)
    ]
    occasion = words.occasion(giving.given_by, giving.level, job.occasions.get(giving.activity_id or 0, ""))
    aside = _tr("{0}，{1} 个奖").format(on_paper(giving.day), len(rows))
    # Of the year before the class was another one than today's.
    place = _tr("当时的班") if earlier else _tr("班级")
    columns = ((_tr("序号"), 12.0), (_tr("姓名"), 24.0), (place, 24.0), (_tr("奖项"), 34.0), (_tr("事由"), 82.0))
    return table(occasion, columns, rows, aside=aside, pt=PT)
