"""Contact cards from the school's data to sheets of paper: wording, order, copies, the record of a print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from app.cards import (
    POCKET_ROWS,
    OnCard,
    family_on_card,
    in_class_order,
    numbers_to_dial,
    working_numbers,
)
from app.children import Child, Kin
from app.days import age_on, on_paper
from app.fingerprint import CardScene, card_scene
from app.idnumber import mask_id
from app.kinship import spoken_relation
from app.phones import dial_text, parse_phones
from app.school import Snapshot
from app.whereabouts import current
from ui.paper import child_card, pocket_card, school_card
from ui.paper.models import Adult, ChildCard, Dial, PocketCard, SchoolCard
from ui.paper.output import Paper
from ui.photos.album import PaperAlbum

SHORT = 20
"""Characters of address and occupation that stand on one line."""
NOBODY = ("", "")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CardJob:
    """What is to be printed: which layout ("child", "pocket" or "school") for which children, as of a day."""

    layout: str
    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    copies: tuple[str, ...] = ("school", "home", "teacher")
    """Of the school card: which of "school", "home", "teacher"."""
    full_ids: bool = False
    """Full ID numbers on the school card: only after a confirmation, and logged."""
    album: PaperAlbum | None = None
    """Where the photos of the school card come from; None leaves every box empty."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cards", text)


def no_photo() -> None:
    """The box is left empty."""


def copy_words() -> dict[str, str]:
    """The copies of the school card and what is printed on them."""
    return {"school": _tr("学校留存"), "home": _tr("家庭留存"), "teacher": _tr("老师留存")}


def card_paper(job: CardJob) -> Paper:
    """The sheets of the job, by class and name."""
    ordered = in_class_order(job.children, job.snapshot, job.day)
    scene = card_scene(job.snapshot, job.day)
    if job.layout == "child":
        small = [child_card_of(child, scene) for child in ordered]
        parts = _portions(small, child_card.PER_SHEET)
        painters = [partial(child_card.paint_sheet, cards=part) for part in parts]
        return Paper(_tr("随身卡"), painters, len(small), _owners(parts))
    if job.layout == "pocket":
        tiny = [pocket_card_of(child, scene) for child in ordered]
        tens = _portions(tiny, pocket_card.PER_SHEET)
        sheets = [
            partial(pocket_card.paint_sheet, cards=part, number=number, count=len(tens))
            for number, part in enumerate(tens, 1)
        ]
        return Paper(_tr("随身卡（小）"), sheets, len(tiny), _owners(tens))
    large = [card for child in ordered for card in school_cards_of(child, job, scene)]
    pairs = _portions(large, school_card.PER_SHEET)
    painters = [partial(school_card.paint_sheet, cards=pair) for pair in pairs]
    return Paper(_tr("联系卡"), painters, len(large), _owners(pairs))


def child_card_of(child: Child, scene: CardScene) -> ChildCard:
    """The card the child carries."""
    mentor, mentor_phone = scene.mentors.get(child.id, NOBODY)
    return ChildCard(
        child_id=child.id,
        name=child.name,
        class_name=scene.head(child)[0],
        school=scene.school.name,
        numbers=_dials(numbers_to_dial(child, scene.day)),
        duty_phone=dial(scene.school.duty_phone),
        printed=scene.day,
        mentor=mentor,
        mentor_phone=dial(mentor_phone),
        call_time=child.call_time,
    )


def pocket_card_of(child: Child, scene: CardScene) -> PocketCard:
    """The small card the child carries; its teacher is the mentor, or the class teacher while there is none."""
    class_name, *class_teacher = scene.head(child)
    teacher, phone = scene.mentors.get(child.id, class_teacher)
    return PocketCard(
        child_id=child.id,
        name=child.name,
        class_name=class_name,
        school=scene.school.name,
        numbers=_dials(numbers_to_dial(child, scene.day, POCKET_ROWS)),
        teacher=teacher,
        teacher_phone=dial(phone),
        duty_phone=dial(scene.school.duty_phone),
    )


def school_cards_of(child: Child, job: CardJob, scene: CardScene) -> list[SchoolCard]:
    """One card a copy; people beyond the fourth stand on a further card of the same copy, not in smaller type."""
    adults = [_adult(person, child, job.day) for person in family_on_card(child, job.day)]
    parts = school_card.portions(adults)
    words = copy_words()
    bare = [_school_card(child, job, scene, tuple(part)) for part in parts]
    cards = []
    for copy in job.copies:
        for number, card in enumerate(bare, 1):
            title = words[copy] if len(parts) == 1 else f"{words[copy]} {number}/{len(parts)}"
            cards.append(replace(card, copy=title))
    return cards


def _school_card(child: Child, job: CardJob, scene: CardScene, adults: tuple[Adult, ...]) -> SchoolCard:
    class_name, teacher, teacher_phone = scene.head(child)
    mentor, mentor_phone = scene.mentors.get(child.id, NOBODY)
    checked = on_paper(child.confirmed_on) if child.confirmed_on else ""
    return SchoolCard(
        child_id=child.id,
        name=child.name,
        school=scene.school.name,
        copy="",
        class_name=class_name,
        sex=child.sex,
        ethnicity=child.ethnicity,
        birth=on_paper(child.birth) if child.birth else "",
        to_school="，".join(part for part in (child.boarding, child.travel) if part),
        attention=child.attention,
        call_time=child.call_time,
        id_number=child.id_number if job.full_ids else masked_id(child.id_number),
        address=child.address or child.home_address,
        adults=adults,
        class_teacher=teacher,
        class_teacher_phone=dial(teacher_phone),
        mentor=mentor,
        mentor_phone=dial(mentor_phone),
        duty_phone=dial(scene.school.duty_phone),
        photo=job.album.of(child) if job.album else no_photo,
        confirmed=f"{checked}（{child.confirmed_by}）" if checked and child.confirmed_by else checked,
    )


def masked_id(number: str) -> str:
    """433123 ******** 0046, as the card shows it."""
    masked = mask_id(number)
    return f"{masked[:6]} {masked[6:-4]} {masked[-4:]}" if len(number) >= 15 else masked


@lru_cache(maxsize=1_000)
def dial(text: str) -> str:
    """A number as typed, grouped for reading; what is no number, or masked, stays as it is."""
    if "*" in text:
        return text
    return "  ".join(dial_text(phone.number) for phone in parse_phones(text) if phone.number) or text


def _adult(person: OnCard, child: Child, day: date) -> Adult:
    kin = person.kin
    word = spoken_relation(kin.relation)
    if kin.state == "dead":
        return Adult(word, school_card.NONE, (school_card.NONE,), _tr("已去世"), gone=True)
    if kin.state == "missing":
        return Adult(word, kin.name or school_card.NONE, (school_card.NONE,), _tr("失去联系"), gone=True)
    where = _carer_where(kin, child, day) if person.cares else _where(kin, day)
    tags = {"carer": _tr("照料人"), "spare": _tr("备用")}
    tag = tags["carer"] if person.cares else tags.get(person.role, "")
    numbers = tuple(dial_text(number) for number in working_numbers(kin))
    return Adult(word, kin.name, numbers, where, tag)


def _where(kin: Kin, day: date) -> str:
    """广东省东莞市长安镇  五金厂  2025年2月起."""
    found = current(kin, day)
    if found is None:
        return "  ".join(part for part in (kin.address, kin.work_unit) if part)
    place = found.place or kin.address or (_tr("在家") if found.kind == "home" else "")
    parts = [place]
    if kin.work_unit and kin.work_unit not in place:
        parts.append(kin.work_unit)
    if found.kind == "away" and found.from_day:
        parts.append(_tr("{0}年{1}月起").format(found.from_day.year, found.from_day.month))
    return "  ".join(part for part in parts if part)


def _carer_where(kin: Kin, child: Child, day: date) -> str:
    """Address and occupation, then age and health: of the carer only (paper.md §2)."""
    found = current(kin, day)
    place = kin.address or (found.place if found else "") or child.address
    work = kin.occupation or kin.work_unit
    work = "" if work in place else work
    age = age_on(kin.birth, day)
    person = (_tr("{0} 岁").format(age) if age is not None else "", health_words(kin.health))
    beside = len(place) + len(work) <= SHORT
    first = (place, work if beside else "")
    second = (*person, "" if beside else work)
    lines = ("，".join(part for part in line if part) for line in (first, second))
    return "\n".join(line for line in lines if line)


def health_words(words: str) -> str:
    """身体一般 for 一般; 有慢性病 speaks for itself."""
    plain = ("健康", "良好", "较好", "一般", "较弱", "较差", "健康或良好", "一般或较弱")
    return _tr("身体{0}").format(words) if words in plain else words


def _dials(numbers: Sequence[tuple[Kin, str]]) -> tuple[Dial, ...]:
    return tuple(Dial(spoken_relation(kin.relation), dial_text(number)) for kin, number in numbers)


def _owners(parts: Sequence[Sequence[ChildCard | PocketCard | SchoolCard]]) -> list[frozenset[int]]:
    return [frozenset(card.child_id for card in part) for part in parts]


def _portions(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[first : first + size] for first in range(0, len(items), size)]
