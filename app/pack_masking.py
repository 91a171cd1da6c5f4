"""A school with its private numbers masked before any paper is made of it, so that none can show them (domain.md §4).

Of ID numbers the first six digits stay, and not the last four: the birth date stands beside them on many papers, and
both together give the whole number back. Phones 138****1234, of an address the village; the same written into a text.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from app.activities import Held
from app.addresses import village
from app.care import CareRecord
from app.children import Child, Kin
from app.phones import mask_phone
from app.school import Snapshot
from app.status import birth_of

_ID = re.compile(r"(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])")
_REGISTER = re.compile(r"(?<![0-9A-Za-z])[GJLgjl][0-9]{17}[0-9Xx](?![0-9A-Za-z])")
_PHONE = re.compile(r"(?<![0-9A-Za-z*])(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{3,4}[ -]?\d{4})(?![0-9A-Za-z])")
_COUNT = r"[0-9０-９一二三四五六七八九十]+"
_HOUSE = re.compile(
    rf"(?P<kept>(?:村|社区))(?:\s*第?{_COUNT}\s*(?:村民小组|组)(?![织长员]))?(?:\s*{_COUNT}(?:[-－之]\d+)?\s*号)?"
    rf"|{_COUNT}\s*组\s*{_COUNT}\s*号"
    rf"|(?P<street>[路街巷弄])\s*{_COUNT}\s*号(?:\s*{_COUNT}\s*(?:栋|幢|单元|室|楼))*"
)
_ANY = re.compile(r"\d{4}|[号组]")
_FILES = frozenset({"photo", "file", "source", "marks"})
"""Fields that name a file or a row and stand on no paper."""
T = TypeVar("T")


def masked_id(number: str) -> str:
    """433123************: the first six digits. A shorter text is masked whole."""
    return number[:6] + "*" * (len(number) - 6) if len(number) >= 15 else "*" * len(number)


def masked_text(text: str) -> str:
    """What somebody wrote, without the ID numbers, 学籍号, phones and houses in it."""
    if not _ANY.search(text):
        return text
    said = _REGISTER.sub(lambda found: _register(found[0]), text)
    said = _ID.sub(lambda found: masked_id(found[0]), said)
    said = _PHONE.sub(lambda found: mask_phone(found[0]), said)
    return _HOUSE.sub(lambda found: found["kept"] or found["street"] or "", said)


def without_numbers(found: T) -> T:
    """Anything made of records with every text in it masked. A school in it is masked as one (`masked`), or its papers
    show nobody's numbers."""
    if isinstance(found, Snapshot):
        return found
    if isinstance(found, str):
        return masked_text(found)  # type: ignore[return-value]
    if isinstance(found, dict):
        return {key: without_numbers(one) for key, one in found.items()}  # type: ignore[return-value]
    if isinstance(found, list):
        return [without_numbers(one) for one in found]  # type: ignore[return-value]
    if isinstance(found, tuple):
        parts = [without_numbers(one) for one in found]
        if all(new is old for new, old in zip(parts, found, strict=True)):
            return found
        return type(found)(*parts) if hasattr(found, "_fields") else tuple(parts)  # type: ignore[return-value]
    if is_dataclass(found) and not isinstance(found, type):
        changed = {}
        for one in fields(found):
            old = getattr(found, one.name)
            if one.init and one.name not in _FILES and (new := without_numbers(old)) is not old and new != old:
                changed[one.name] = new
        return replace(found, **changed) if changed else found
    return found


def masked(snapshot: Snapshot) -> Snapshot:
    """The school with everybody's numbers masked. The school's own duty phone stays: it hangs at the gate."""
    return replace(
        snapshot,
        children={key: _child(one) for key, one in snapshot.children.items()},
        staff=tuple(replace(without_numbers(one), phone=mask_phone(one.phone)) for one in snapshot.staff),
        pairings=without_numbers(snapshot.pairings), plans=without_numbers(snapshot.plans),
        agreements=without_numbers(snapshot.agreements), leaves=without_numbers(snapshot.leaves),
        priorities=without_numbers(snapshot.priorities),
    )  # fmt: skip


def masked_record(record: CareRecord) -> CareRecord:
    """A record without the numbers that were written into it."""
    return without_numbers(record)


def masked_held(held: Held) -> Held:
    """The same of an activity."""
    return without_numbers(held)


def _child(child: Child) -> Child:
    # What stood on printed cards, and cells of the register, no paper of a pack shows.
    bare = without_numbers(replace(child, kin=(), cards=(), other=""))
    return replace(
        bare, id_number=masked_id(child.id_number), register_number=_register(child.register_number),
        register_aux=_register(child.register_aux), address=village(child.address),
        home_address=village(child.home_address), phone=mask_phone(child.phone),
        # The age follows from the birth date inside the number where no other is known.
        birth=birth_of(child), kin=tuple(_kin(one) for one in child.kin),
    )  # fmt: skip


def _kin(kin: Kin) -> Kin:
    phones = tuple(replace(one, number=mask_phone(one.number), note=masked_text(one.note)) for one in kin.phones)
    return replace(without_numbers(replace(kin, phones=())), id_number=masked_id(kin.id_number), phones=phones)


def _register(number: str) -> str:
    """A 学籍号 is built on the ID number: G433123************."""
    return number[:1] + masked_id(number[1:]) if len(number) == 19 else "*" * len(number)
