"""A school with its private numbers masked before any paper is made of it, so that none can show them (domain.md §4).

ID numbers 前6后4, phones 138****1234, of an address the village; the same numbers written into a text as well.
"""

import re
from dataclasses import replace

from app.activities import Held
from app.addresses import village
from app.care import CareRecord
from app.children import Child, Kin
from app.idnumber import mask_id
from app.school import Snapshot

_ID = re.compile(r"(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")


def mask_phone(number: str) -> str:
    """138****1234; a short or local number whole."""
    return f"{number[:3]}****{number[-4:]}" if len(number) >= 10 else "*" * len(number)


def masked_text(text: str) -> str:
    """What somebody wrote, without the ID numbers and mobile numbers in it."""
    said = _ID.sub(lambda found: mask_id(found[0]), text)
    return _MOBILE.sub(lambda found: mask_phone(re.sub(r"\D", "", found[0])), said)


def masked(snapshot: Snapshot) -> Snapshot:
    """The school with everybody's numbers masked. The school's own duty phone stays: it hangs at the gate."""
    return replace(
        snapshot,
        children={key: _child(one) for key, one in snapshot.children.items()},
        staff=tuple(replace(one, phone=mask_phone(one.phone)) for one in snapshot.staff),
    )


def masked_record(record: CareRecord) -> CareRecord:
    """A record without the numbers that were written into it."""
    people = tuple(one._replace(remark=masked_text(one.remark)) for one in record.participants)
    return replace(
        record, summary=masked_text(record.summary), follow_up_note=masked_text(record.follow_up_note),
        participants=people,
    )  # fmt: skip


def masked_held(held: Held) -> Held:
    """The same of an activity."""
    more = held.activity
    if more is not None:
        more = replace(
            more, people=masked_text(more.people), result=masked_text(more.result),
            write_up=masked_text(more.write_up), note=masked_text(more.note),
        )  # fmt: skip
    return Held(masked_record(held.record), more)


def _child(child: Child) -> Child:
    return replace(
        child, id_number=mask_id(child.id_number), register_number=_register(child.register_number),
        register_aux=_register(child.register_aux), address=village(child.address),
        home_address=village(child.home_address), phone=mask_phone(child.phone), note=masked_text(child.note),
        attention=masked_text(child.attention), needs=masked_text(child.needs),
        kin=tuple(_kin(one) for one in child.kin),
        # What stood on printed cards, and cells of the register that no paper of a pack shows.
        cards=(), other="",
    )  # fmt: skip


def _kin(kin: Kin) -> Kin:
    phones = tuple(replace(one, number=mask_phone(one.number), note=masked_text(one.note)) for one in kin.phones)
    return replace(kin, id_number=mask_id(kin.id_number), phones=phones)


def _register(number: str) -> str:
    """A 学籍号 is built on the ID number."""
    return number[:7] + "*" * (len(number) - 11) + number[-4:] if len(number) > 11 else "*" * len(number)
