"""What leaves the page as a file: the awards of a term or a school year for Excel, a story for Word."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.honours import CASE, Award, Story, givings
from app.school import Snapshot
from app.sheets import Column, SheetOut, Value
from app.texts import TextOut
from ui import honour_words as words
from ui.paper.honour_list import HonourListJob, signed_by
from ui.paper.story_sheet import told


def _tr(text: str) -> str:
    return QCoreApplication.translate("honours", text)


def file_name(job: HonourListJob) -> str:
    """The name to suggest."""
    return _tr("{0}{1}表彰名单.xlsx").format(job.snapshot.school.name, job.when)


def honour_table(job: HonourListJob) -> SheetOut:
    """One row an award, occasion by occasion; what was given before the term is on a sheet of its own."""
    first = _table(_tr("表彰名单"), job, job.awards, job.when, _tr("班级"))
    if not job.earlier:
        return first
    before = _table(_tr("以前的"), job, job.earlier, _tr("{0}以前的，不算在里面").format(job.when), _tr("当时的班"))
    return replace(first, more=(before,))


def _table(name: str, job: HonourListJob, awards: Sequence[Award], when: str, place: str) -> SheetOut:
    columns = (
        Column((_tr("序号"),), 11), Column((_tr("姓名"),), 24), Column((place,), 20),
        Column((_tr("奖项"),), 40, "left"), Column((_tr("事由"),), 66, "left"), Column((_tr("哪天"),), 31),
        Column((_tr("谁发的"),), 38, "left"),
        Column((_tr("级别"),), 16), Column((_tr("场合"),), 35, "left"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for giving in givings(awards):
        occasion = job.occasions.get(giving.activity_id or 0, "")
        for one in giving.awards:
            rows.append((
                len(rows) + 1, words.person(one, job.snapshot), words.where(one, job.snapshot), one.name, one.reason,
                on_paper(one.day), one.given_by or job.snapshot.school.name, one.level, occasion,
            ))  # fmt: skip
    children = len({one.child_id for one in awards if one.child_id is not None})
    total = (_tr("合计"), _tr("{0} 个奖，{1} 个孩子").format(len(rows), children))
    return SheetOut(
        name=name, title=_tr("{0}表彰名单").format(job.snapshot.school.name), columns=columns,
        rows=tuple(rows), left_note=_tr("填报单位（盖章）：{0}").format(job.snapshot.school.name), middle_note=when,
        right_note=_tr("填报日期：{0}").format(on_paper(job.day)), total=total, boxed=True, row_pt=20.0,
        signatures=tuple(_tr("{0}：").format(one) for one in signed_by()),
    )  # fmt: skip


def story_text(story: Story, snapshot: Snapshot) -> tuple[TextOut, str]:
    """The words that may be read by anybody, and the name to suggest, which of a case says no title either."""
    said = told(story, snapshot)
    named = words.story_word(story.kind) if story.kind == CASE else said.title
    text = TextOut(said.title, said.paragraphs, said.about, (said.school, said.day), said.approved)
    return text, f"{named}.docx"
