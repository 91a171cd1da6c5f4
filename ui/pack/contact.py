"""Folder 06: visits, talks, registers of calls and letters, the map of the term, with the pictures taken on the way."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.activities import KINDS as TOGETHER
from app.attachments import RECORD
from app.care_papers import CALLS, DONE, KINDS, TALKS, VISITS, numbers
from app.children import Child
from app.pack import LeftOut
from ui.care_words import kind_word
from ui.pack.drafts import Draft, pdf
from ui.pack.part import Figures, Lack, rule_lacks, tr
from ui.pack.people import by_class, of_classes
from ui.pack.pictures import Holder, hung
from ui.pack.scene import Scene
from ui.paper.care_job import CareJob
from ui.paper.care_scopes import told
from ui.paper.heat_sheet import heat_job
from ui.paper.jobs import Job

REGISTERS = (
    "family_call", "letter", "parent_contact", "carer_contact", "hotline", "festival_visit", "tutoring", "health_check",
)  # fmt: skip
"""Kinds that are written down in a register of lines."""


def visits(scene: Scene) -> Iterable[Draft]:
    """家访记录, a file a class."""
    return _forms(scene, VISITS, tr("家访记录"))


def talks(scene: Scene) -> Iterable[Draft]:
    """谈心记录, a file a class."""
    return _forms(scene, TALKS, tr("谈心记录"))


def registers(scene: Scene) -> Iterator[Draft]:
    """One register a kind of contact that there was."""
    for kind in REGISTERS:
        children = _of_kinds(scene, (kind,))
        if children:
            title = tr("亲情电话登记表") if kind == "family_call" else tr("{0}登记表").format(kind_word(kind))
            proves = _records(scene, (kind,), children)
            yield pdf(scene, title, lambda kind=kind, those=children: _job(scene, CALLS, kind, those), proves=proves)  # type: ignore[misc]


def weeks(scene: Scene) -> Iterator[Draft]:
    """每周一览: what was done and missed, child by child."""
    if scene.records:
        yield pdf(scene, tr("每周一览"), lambda: heat_job(scene.session, "all"))


def pictures(scene: Scene) -> Iterable[Draft | LeftOut]:
    """What hangs on the records of visits, calls and letters."""
    found = [one for one in scene.records if one.kind not in TOGETHER]
    holders = [
        Holder(
            one.id, f"{one.day.isoformat()} {kind_word(one.kind)}", tuple(who.child_id for who in one.participants),
            scene.staff(one.staff_id), one.day.isoformat(), (f"record:{one.id}",),
        )
        for one in found
    ]  # fmt: skip
    return hung(scene, RECORD, holders, tr("照片"))


def no_visits(_scene: Scene, figures: Figures) -> list[Lack]:
    """Visits that the rules still ask for."""
    return rule_lacks(figures, ("visit", "visit-thirds", "visit-mentor"), tr("家访缺 {0} 次"))


def no_talks(_scene: Scene, figures: Figures) -> list[Lack]:
    """Talks that the rules asked for."""
    return rule_lacks(figures, ("talk",), tr("谈心缺 {0} 次"))


def no_contact(_scene: Scene, figures: Figures) -> list[Lack]:
    """Calls, letters and talks with carers that the rules asked for."""
    words = {"family-call": tr("亲情电话缺 {0} 次"), "letter": tr("书信缺 {0} 封"), "carer": tr("联系照料人缺 {0} 次"),
             "mentor-parents": tr("联系父母缺 {0} 次")}  # fmt: skip
    return [lack for key, said in words.items() for lack in rule_lacks(figures, (key,), said)]


def _forms(scene: Scene, paper: str, title: str) -> Iterator[Draft]:
    children = _of_kinds(scene, KINDS[paper])

    def job(at: Scene, those: Sequence[Child]) -> Job:
        return _job(at, paper, "family_call", those)

    groups = of_classes(scene, children)
    for draft, (_name, _teacher, those) in zip(by_class(scene, title, children, job), groups, strict=True):
        yield replace(draft, proves=_records(scene, KINDS[paper], those))


def _job(scene: Scene, paper: str, kind: str, children: Sequence[Child]) -> CareJob:
    kinds = (kind,) if paper == CALLS else KINDS[paper]
    ids = {child.id for child in children}
    found = [
        one for one in scene.records if one.kind in kinds and any(who.child_id in ids for who in one.participants)
    ]  # fmt: skip
    counted = numbers(scene.store.ledger, paper, found) if paper != CALLS else {}
    job = CareJob(paper, DONE, children, scene.snapshot, scene.day, scene.days, found, counted, {}, kind)
    return replace(job, children=told(job))


def _of_kinds(scene: Scene, kinds: Sequence[str]) -> list[Child]:
    """Everybody of whom there is such a record in the term, also who has left since."""
    return scene.names(who.child_id for one in scene.records if one.kind in kinds for who in one.participants)


def _records(scene: Scene, kinds: Sequence[str], children: Iterable[Child]) -> tuple[str, ...]:
    """What a paper proves that has these children's records of these kinds."""
    ids = {child.id for child in children}
    mine = [one.id for one in scene.records
            if one.kind in kinds and any(who.child_id in ids for who in one.participants)]  # fmt: skip
    return (*(f"kind:{kind}" for kind in kinds), *(f"record:{one}" for one in mine))
