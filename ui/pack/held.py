"""Folders 07 and 08: parents' meetings and trainings, activities and meetings, with plans, minutes and pictures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.activities import KINDS, Held
from app.attachments import RECORD
from app.cards import class_name_on
from app.care import WORK_MEETING
from app.pack import LeftOut
from app.proofs import AFTER
from ui import activity_words as words
from ui.pack.drafts import Draft, pdf
from ui.pack.part import Figures, Lack, rule_lacks, tr
from ui.pack.pictures import Holder, hung
from ui.pack.scene import Scene
from ui.paper.activity_form import PLAN, ActivityJob, children_of
from ui.paper.activity_form import RECORD as MINUTES
from ui.paper.activity_scopes import wall_job

MEETINGS = ("parents_meeting", "guardian_training")
OTHERS = tuple(kind for kind in KINDS if kind not in (*MEETINGS, WORK_MEETING))


def meetings(scene: Scene) -> Iterable[Draft]:
    """Minutes of parents' meetings and guardian trainings."""
    return _papers(scene, MEETINGS)


def meeting_pictures(scene: Scene) -> Iterable[Draft | LeftOut]:
    """Their pictures and papers."""
    return _hung(scene, MEETINGS)


def working(scene: Scene) -> Iterable[Draft]:
    """Minutes of the leading group's working meetings (REQ 4.1)."""
    return _papers(scene, (WORK_MEETING,))


def working_pictures(scene: Scene) -> Iterable[Draft | LeftOut]:
    """Their pictures and papers."""
    return _hung(scene, (WORK_MEETING,))


def activities(scene: Scene) -> Iterable[Draft]:
    """活动安排 of the term, then plan and record of each."""
    if any(one.record.kind in OTHERS for one in scene.held):
        yield pdf(scene, tr("活动安排"), lambda: wall_job(scene.session, scene.term.code))
    yield from _papers(scene, OTHERS)


def activity_pictures(scene: Scene) -> Iterable[Draft | LeftOut]:
    """Their pictures and papers."""
    return _hung(scene, OTHERS)


def no_meetings(_scene: Scene, figures: Figures) -> list[Lack]:
    """Meetings and trainings that the rules ask for."""
    return [*rule_lacks(figures, ("parents-meeting",), tr("家长会缺 {0} 次")),
            *rule_lacks(figures, ("training",), tr("监护人培训缺 {0} 次"))]  # fmt: skip


def not_written_up(scene: Scene, figures: Figures) -> Iterator[Lack]:
    """Activities that are owed, without a word of what was done, or without a picture."""
    yield from rule_lacks(figures, ("lecture",), tr("法治安全讲座缺 {0} 次"))
    yield from rule_lacks(figures, ("forum",), tr("座谈会缺 {0} 次"))
    found = [one for one in scene.held if one.record.kind in KINDS]
    bare = [one for one in found if not (one.record.summary or (one.activity and one.activity.write_up))]
    if bare:
        yield Lack(len(bare), tr("{0} 次活动没写经过").format(len(bare)), "activities", bare[-1].record.id)
    counts = scene.store.attachments.counts(RECORD, [one.record.id for one in found])
    dark = [one for one in found if not counts.get(one.record.id)]
    if dark:
        yield Lack(len(dark), tr("{0} 次活动没有照片").format(len(dark)), "activities", dark[-1].record.id)


def _papers(scene: Scene, kinds: Sequence[str]) -> Iterator[Draft]:
    for one in scene.held:
        if one.record.kind in kinds:
            yield from _paper(scene, one)


def _paper(scene: Scene, held: Held) -> Iterator[Draft]:
    """The plan, where one was made, and the record."""
    more, day, by = held.activity, held.record.day.isoformat(), scene.staff(held.record.staff_id)
    title = title_of(scene, held)
    proves = (f"record:{held.record.id}", f"kind:{held.record.kind}")
    children = children_of(held, scene.snapshot.children)

    def job(paper: str) -> ActivityJob:
        return ActivityJob(paper, children, scene.snapshot, scene.day, held)

    if more is not None and (more.agenda or more.materials):
        beforehand = tuple(f"{AFTER}{token}" for token in proves)
        yield _dated(pdf(scene, tr("{0} 方案").format(title), lambda: job(PLAN), by, day, beforehand))
    yield _dated(pdf(scene, title, lambda: job(MINUTES), by, day, (*proves, "minutes")))


def _dated(draft: Draft) -> Draft:
    return replace(draft, name=f"{draft.day} {draft.title}")


def title_of(scene: Scene, held: Held) -> str:
    """家长会 三（1）班: what it is called, and the class that it was for."""
    of = next((one for one in scene.snapshot.classes if one.id == held.record.class_id), None)
    return f"{words.title(held)} {class_name_on(of, scene.snapshot, held.record.day)}".strip()


def _hung(scene: Scene, kinds: Sequence[str]) -> Iterator[Draft | LeftOut]:
    holders = [
        Holder(
            one.record.id, f"{one.record.day.isoformat()} {title_of(scene, one)}",
            tuple(who.child_id for who in one.record.participants) or _class(scene, one.record.class_id),
            scene.staff(one.record.staff_id), one.record.day.isoformat(),
            (f"record:{one.record.id}", f"kind:{one.record.kind}"),
        )
        for one in scene.held if one.record.kind in kinds
    ]  # fmt: skip
    return hung(scene, RECORD, holders, tr("照片"))


def _class(scene: Scene, class_id: int | None) -> tuple[int, ...]:
    """Of what a whole class had, everybody in it may be seen."""
    if class_id is None:
        return ()
    return tuple(child.id for child in scene.everyone if any(one.class_id == class_id for one in child.enrolments))
