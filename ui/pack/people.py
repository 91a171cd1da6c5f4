"""Folders 01 to 05: the leading group, rules, calendar, the children's files and rosters, pairs with their helpers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from app.agreement_register import agreement_register
from app.agreements import CARE, DUTY
from app.attachments import CHILD
from app.cards import class_name_on, class_of, class_teacher_on, in_class_order
from app.care_rules import in_force
from app.children import Child
from app.known import missing
from app.mentoring import mentorings, paired_children, without_mentor
from app.pack import LeftOut
from app.record_book import days_of
from app.rooms import rooms_on
from app.staffing import leading_group
from app.statistics import statistics
from app.survey import surveyed_on
from ui.agreement_words import kind_word
from ui.children.scan_view import scan_paper
from ui.pack.drafts import Draft, pdf, sheet
from ui.pack.part import Figures, Lack, tr
from ui.pack.pictures import Holder, hung
from ui.pack.scene import Scene
from ui.paper.agreement_sheet import AgreementJob, agreement_table
from ui.paper.cards import CardJob
from ui.paper.class_rosters import class_rosters
from ui.paper.difference_sheet import difference_sheet
from ui.paper.duty_paper import DutyJob
from ui.paper.forms import FormJob
from ui.paper.group_sheet import GroupJob
from ui.paper.jobs import Job
from ui.paper.lists import ListJob
from ui.paper.mentor_books import BookJob
from ui.paper.pairings import PairingListJob
from ui.paper.room_papers import RULES, RoomJob
from ui.paper.roster_sheet import RosterJob
from ui.paper.rule_sheet import RulesJob
from ui.paper.stats_sheet import stats_sheet
from ui.paper.term_calendar import CalendarJob
from ui.photos.album import PaperAlbum

OF_CHILDREN = Callable[[Scene, Sequence[Child]], Job]


def of_classes(scene: Scene, children: Iterable[Child]) -> Iterator[tuple[str, str, list[Child]]]:
    """The children class by class: (三（1）班, its class teacher, who)."""
    groups: dict[str, tuple[str, list[Child]]] = {}
    for child in in_class_order(children, scene.snapshot, scene.day):
        of = class_of(child, scene.snapshot, scene.day)
        teacher = class_teacher_on(of, scene.snapshot, scene.day)
        name = class_name_on(of, scene.snapshot, scene.day)
        groups.setdefault(name, (teacher.name if teacher else "", []))[1].append(child)
    for name, (teacher_name, found) in groups.items():
        yield name, teacher_name, found


def by_class(scene: Scene, title: str, children: Iterable[Child], job: OF_CHILDREN) -> Iterator[Draft]:
    """One paper a class."""
    for name, teacher, found in of_classes(scene, children):
        yield pdf(scene, f"{title} {name}".strip(), lambda those=found: job(scene, those), teacher)  # type: ignore[misc]


# 01 to 03


def group(scene: Scene) -> Iterable[Draft]:
    """领导小组名单及职责."""
    found = leading_group(scene.snapshot.staff, scene.day)
    if found:
        yield pdf(scene, tr("领导小组名单及职责"), lambda: GroupJob((), scene.snapshot, scene.day), found[0].name)


def no_group(scene: Scene, _figures: Figures) -> Iterable[Lack]:
    """Nobody leads."""
    if not leading_group(scene.snapshot.staff, scene.day):
        yield Lack(1, tr("还没有写领导小组"), "settings", "group")


def rules(scene: Scene) -> Iterable[Draft]:
    """关爱规则."""
    if in_force(scene.snapshot.rules):
        yield pdf(scene, tr("关爱规则"), lambda: RulesJob((), scene.snapshot, scene.day))


def room_rules(scene: Scene) -> Iterable[Draft]:
    """活动室制度."""
    rooms = tuple(rooms_on(scene.snapshot.rooms, scene.day))
    if rooms:
        yield pdf(scene, tr("活动室制度"), lambda: RoomJob((), scene.snapshot, scene.day, RULES, rooms))


def calendar(scene: Scene) -> Iterable[Draft]:
    """校历."""
    yield pdf(scene, tr("校历"), lambda: CalendarJob((), scene.snapshot, scene.day, scene.term.code))


# 04


def roster(scene: Scene) -> Iterable[Draft]:
    """花名册 by class, in Excel."""
    if scene.left_behind:
        job = RosterJob(scene.left_behind, scene.snapshot, scene.day, scene.choices.full)
        yield sheet(scene, tr("花名册"), lambda: class_rosters(job))


def unknown(scene: Scene, _figures: Figures) -> Iterable[Lack]:
    """五个清楚 that are not."""
    found = [one for one in scene.left_behind if missing(one, scene.day)]
    if found:
        yield Lack(len(found), tr("{0} 人“五个清楚”没填全").format(len(found)), "roster")


def registration(scene: Scene) -> Iterable[Draft]:
    """登记表 of each child, a file a class."""
    return by_class(scene, tr("登记表"), scene.left_behind, _form)


def cards(scene: Scene) -> Iterable[Draft]:
    """联系卡, the school's copy."""
    return by_class(scene, tr("联系卡"), scene.left_behind, _card)


def class_lists(scene: Scene) -> Iterable[Draft]:
    """班级名单."""
    if scene.everyone:
        yield pdf(scene, tr("班级名单"), lambda: ListJob("door", scene.everyone, scene.snapshot, scene.day))


def counts(scene: Scene) -> Iterable[Draft]:
    """统计表 and why its two numbers differ. That of a whole term is read when the term is over, and says so."""
    found = statistics(scene.snapshot, scene.day)
    name, over = scene.snapshot.school.name, scene.day == scene.term.until_day
    yield sheet(scene, tr("统计表"), lambda: stats_sheet(found, name, scene.day + timedelta(days=over)))
    yield sheet(scene, tr("两种口径对照"), lambda: difference_sheet(found, name))


def _form(scene: Scene, children: Sequence[Child]) -> Job:
    asked = surveyed_on(scene.store.ledger, scene.day)
    return FormJob(children, scene.snapshot, scene.day, scene.choices.full, surveyed=asked)


def _card(scene: Scene, children: Sequence[Child]) -> Job:
    album = PaperAlbum(scene.store.file)
    return CardJob("school", children, scene.snapshot, scene.day, ("school",), scene.choices.full, album)


# 05


def pairs(scene: Scene) -> Iterable[Draft]:
    """结对一览表."""
    children = paired_children(scene.snapshot, scene.day)
    if children:
        yield pdf(scene, tr("结对一览表"), lambda: PairingListJob("office", children, scene.snapshot, scene.day))


def unpaired(scene: Scene, _figures: Figures) -> Iterable[Lack]:
    """Children without a mentor."""
    found = without_mentor(scene.snapshot, scene.day)
    if found:
        yield Lack(len(found), tr("{0} 个孩子还没结对").format(len(found)), "pairings")


def books(scene: Scene) -> Iterable[Draft]:
    """帮扶记录册, a file a mentor."""
    records = scene.between(*days_of(scene.term))
    for one in mentorings(scene.snapshot, scene.day):
        job = BookJob((one.staff.id,), one.children, scene.snapshot, scene.day, records)
        yield pdf(scene, tr("帮扶记录册 {0}").format(one.staff.name), lambda job=job: job, one.staff.name)  # type: ignore[misc]


def duties(scene: Scene) -> Iterable[Draft]:
    """帮扶责任书."""
    children = paired_children(scene.snapshot, scene.day)
    if children:
        yield pdf(scene, tr("帮扶责任书"), lambda: DutyJob((), children, scene.snapshot, scene.day, filed=True))


def agreements(scene: Scene) -> Iterable[Draft]:
    """协议和责任书签订情况: who signed which paper, and what is missing. Items of the assessment that ask for
    signed papers find it by the part's key `agreements`."""
    if scene.left_behind:
        title, job = tr("协议和责任书签订情况"), AgreementJob((), scene.snapshot, scene.day)
        yield pdf(scene, title, lambda: job)
        yield sheet(scene, title, lambda: agreement_table(job))


def growth(scene: Scene) -> Iterable[Draft | LeftOut]:
    """What was put into the children's own files in the term (REQ 9.4)."""
    holders = [
        Holder(child.id, f"{name} {child.name}", (child.id,), teacher, private=True)
        for name, teacher, found in of_classes(scene, scene.everyone) for child in found
    ]  # fmt: skip
    return hung(scene, CHILD, holders, tr("成长材料"), of_term=True)


def signed(scene: Scene) -> Iterable[Draft | LeftOut]:
    """Scans of signed papers. A scan shows what it shows, so there are none in a masked pack."""
    for one in scene.open.agreements:
        child = scene.open.children.get(one.child_id)
        if not one.file or child is None or (one.until_day is not None and one.until_day <= scene.days.first):
            continue
        if one.from_day is not None and one.from_day > scene.days.last:
            continue

        title, day = f"{kind_word(one.kind)} {child.name}", one.from_day.isoformat() if one.from_day else ""
        if not scene.choices.full:
            yield LeftOut(title, "private", child.name)
            continue
        draft = pdf(scene, title, lambda file=one.file, title=title: scan_paper(scene.store.file(file), title),  # type: ignore[misc]
                    one.signed_by, day, (f"agreement:{one.kind}", f"signed:{one.id}"))  # fmt: skip
        yield replace(draft, bundle=f"{tr('签字扫描件')}/{kind_word(one.kind)}", mark=one.file)


def unsigned(scene: Scene, _figures: Figures) -> Iterable[Lack]:
    """Responsibility papers and care agreements that are asked for and do not hold."""
    rows = agreement_register(scene.snapshot, scene.day)
    for kind, words in ((DUTY, tr("{0} 份责任书没签回来")), (CARE, tr("{0} 份委托照护协议没签回来"))):
        lacking = sum(kind in one.missing for one in rows)
        if lacking:
            yield Lack(lacking, words.format(lacking), "roster")
