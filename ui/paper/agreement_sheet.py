"""协议和责任书签订情况 on A4: what is still missing, then class by class who signed which paper, and when (REQ 2.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.agreement_register import Signed, agreement_register, counts, unasked
from app.agreements import CARE, CONSENT, DUTY, NOTICE
from app.cards import class_name_on, class_of
from app.children import Child
from app.days import on_paper
from app.edits.agreement import last_day
from app.photos import NO
from app.school import Snapshot
from app.sheets import Column, SheetOut
from ui.agreement_words import kind_word, short_date
from ui.paper.flow_sheet import Piece, painted, table
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.ruled import form_head

PT = 10.0
MARK = "※"
"""Stands behind what was signed though nobody asks for it."""
ORDER = (DUTY, CARE, NOTICE, CONSENT)
"""Of the columns: what is asked for most comes first."""


@dataclass(frozen=True, slots=True)
class AgreementJob:
    """The register as of a day; whom it is for follows from the school (`children` is not asked)."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date


def _tr(text: str) -> str:
    return QCoreApplication.translate("AgreementSheet", text)


def agreement_paper(job: AgreementJob) -> Paper:
    """As many sheets as it needs, none without left-behind children; `pieces` are the signed papers."""
    rows = agreement_register(job.snapshot, job.day)
    title = _tr("协议和责任书签订情况")
    if not rows:
        return Paper(title, ())
    right = _tr("截至 {0}").format(on_paper(job.day))

    def head(page: Page, number: int) -> None:
        form_head(page, 13.0, title if number == 1 else _tr("{0}（续）").format(title), job.snapshot.school.name, right)

    pieces = [*_sums(rows, job), *_classes(rows, job)]
    made = painted(pieces, head, (_tr("填表人"), _tr("负责人")))
    everybody = frozenset(one.child.id for one in rows)
    return Paper(title, made, sum(len(one.papers) for one in rows), [everybody] * len(made))


def _sums(rows: Sequence[Signed], job: AgreementJob) -> list[Piece]:
    columns = (
        (_tr("材料"), 32.0), (_tr("该签"), 15.0), (_tr("签了"), 15.0), (_tr("还缺"), 15.0), (_tr("还没签的孩子"), 99.0),
    )  # fmt: skip
    lines = []
    for kind in ORDER:
        there, of = counts(rows, kind)
        lacking = [one.child for one in rows if kind in one.missing]
        names = _tr("；").join(
            _tr("{0} {1}").format(name, _tr("、").join(child.name for child in those))
            for name, those in groupby(lacking, lambda child: _class(child, job))
        )
        more = unasked(rows, kind)
        said = names or _tr("都签了")
        said += _tr("（另有 {0} 人不用签也签了，下面带 {1}）").format(more, MARK) if more else ""
        lines.append((kind_word(kind), str(of), str(there), str(of - there), said))
    return table(_tr("一、还没签的"), columns, lines, pt=PT)


def _classes(rows: Sequence[Signed], job: AgreementJob) -> list[Piece]:
    columns = (
        (_tr("姓名"), 18.0), *((kind_word(kind), 35.0 if kind == CARE else 31.0) for kind in ORDER),
        (_tr("扫描件"), 13.0), (_tr("原件在哪"), 17.0),
    )  # fmt: skip
    pieces: list[Piece] = []
    for name, found in groupby(rows, lambda one: _class(one.child, job)):
        # Whose papers are missing stand first: they are the ones to be seen to.
        those = sorted(found, key=lambda one: not one.missing)
        lines = [(one.child.name, *(_said(one, kind) for kind in ORDER), _scans(one), "") for one in those]
        lacking = sum(len(one.missing) for one in those)
        aside = (_tr("{0} 人，还缺 {1} 份") if lacking else _tr("{0} 人，都签了")).format(len(those), lacking)
        pieces += table(name or _tr("没有班级"), columns, lines, aside=aside, pt=PT)
    return pieces


def agreement_table(job: AgreementJob) -> SheetOut:
    """The same for Excel: one row a child, class by class."""
    rows = agreement_register(job.snapshot, job.day)
    columns = (
        Column((_tr("序号"),), 12.0), Column((_tr("班级"),), 22.0), Column((_tr("姓名"),), 24.0),
        *(Column((kind_word(kind),), 42.0) for kind in ORDER), Column((_tr("扫描件"),), 18.0),
        Column((_tr("原件在哪"),), 24.0, "left"),
    )  # fmt: skip
    lines = []
    for place, one in enumerate(rows, 1):
        lines.append((
            str(place), _class(one.child, job), one.child.name, *(_said(one, kind, full=True) for kind in ORDER),
            _scans(one), "",
        ))  # fmt: skip
    sums = _tr("；").join(_sum(rows, kind) for kind in ORDER)
    title = _tr("协议和责任书签订情况")
    return SheetOut(
        title, f"{job.snapshot.school.name}{title}", columns, tuple(lines), left_note=_tr("填报单位（盖章）："),
        right_note=_tr("截至{0}").format(on_paper(job.day)), notes=(_tr("{0}。").format(sums),), boxed=True,
        signatures=(_tr("单位负责人："), _tr("复核人："), _tr("填表人：")),
    )  # fmt: skip


def _sum(rows: Sequence[Signed], kind: str) -> str:
    """How many are asked for, signed and missing, and how many more are signed: together all that stand in the rows."""
    there, of = counts(rows, kind)
    said = _tr("{0}该签 {1} 份，签了 {2} 份，还缺 {3} 份").format(kind_word(kind), of, there, of - there)
    more = unasked(rows, kind)
    return _tr("{0}，另有 {1} 份不用签也签了（带 {2}）").format(said, more, MARK) if more else said


def _scans(one: Signed) -> str:
    scans = sum(bool(paper.file) for paper in one.papers.values())
    return _tr("{0} 份").format(scans) if scans else ""


def _said(one: Signed, kind: str, *, full: bool = False) -> str:
    """张敏 2026.9.3, what nobody asks for with MARK; what it lacks. `full`: the day in words."""
    paper = one.papers.get(kind)
    if paper is None:
        if kind == CONSENT and one.child.photo_consent == NO:
            return _tr("家里不同意")
        if kind not in one.missing:
            return _tr("不用签")
        gone = one.ended.get(kind)
        last = last_day(gone) if gone else None
        return _tr("没签（{0}到期）").format(short_date(last)) if last else _tr("没签")
    day = (on_paper(paper.from_day) if full else short_date(paper.from_day)) if paper.from_day else ""
    said = _tr("{0} {1}").format(paper.signed_by, day).strip() or _tr("签了")
    return said if kind in one.asked else f"{said}{MARK}"


def _class(child: Child, job: AgreementJob) -> str:
    return class_name_on(class_of(child, job.snapshot, job.day), job.snapshot, job.day)
