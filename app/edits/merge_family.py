"""The families of two records of one child made one: people matched, numbers united, no two places on one day."""

from collections.abc import Mapping
from datetime import date

from app import merging
from app.changes import Change, Delete, Update, Value
from app.children import Child, Kin, Whereabouts
from app.edits.moving import move
from app.merging import CARER, KEPT, OTHER
from app.periods import minus
from app.whereabouts import is_refused

YES_NO = frozenset({"guardian", "able"})


class Family:
    """`side` says of each line of `merging.lines` whose value holds; `newer` which record was gone through last."""

    def __init__(self, kept: Child, other: Child, side: Mapping[str, str], newer: str) -> None:
        self._kept, self._other, self._side, self._newer = kept, other, side, newer
        self.people = merging.matches(kept, other)

    def changes(self) -> list[Change]:
        """Everything but taking the matched relatives of `other` away."""
        found: list[Change] = []
        position = max((number for number, _kin in enumerate(self._kept.kin, 1)), default=0)
        for kin in self._other.kin:
            own = self.people.get(kin.id)
            if own is None:
                found.append(Update("kin", kin.id, {"child_id": self._kept.id, "position": position}))
                position += 1
                continue
            found += [*self._facts(own, kin), *self._numbers(own, kin), *self._places(own, kin)]
        return [*found, *self._cares()]

    def gone(self) -> list[Change]:
        """The relatives of `other` who are those of `kept`; nothing hangs on them any more."""
        return [Delete("kin", kin.id) for kin in self._other.kin if kin.id in self.people]

    def _facts(self, own: Kin, theirs: Kin) -> list[Change]:
        row: dict[str, Value] = {}
        for field in merging.KIN_FIELDS:
            mine, yours = getattr(own, field), getattr(theirs, field)
            if mine != yours and self._side.get(f"{own.id}.{field}") == OTHER:
                row[field] = (None if yours is None else int(yours)) if field in YES_NO else yours
        return [Update("kin", own.id, row)] if row else []

    def _numbers(self, own: Kin, theirs: Kin) -> list[Change]:
        """The numbers of both, each once; of two states of one number the one checked last."""
        mine = {phone.number: phone for phone in own.phones}
        found: list[Change] = []
        place = len(own.phones)
        for phone in theirs.phones:
            same = mine.get(phone.number)
            if same is None:
                found.append(Update("phone", phone.id, {"kin_id": own.id, "position": place}))
                place += 1
                continue
            if phone.state != same.state and (phone.checked_on or date.min) > (same.checked_on or date.min):
                checked = phone.checked_on.isoformat() if phone.checked_on else None
                found.append(Update("phone", same.id, {"state": phone.state, "checked_on": checked}))
            found.append(Delete("phone", phone.id))
        return found

    def _places(self, own: Kin, theirs: Kin) -> list[Change]:
        """Confirmed places: the record confirmed last holds, the other fills the days before and after it."""
        facts = [[one for one in kin.whereabouts if one.confirmed_on is not None] for kin in (own, theirs)]
        last = [max((one.confirmed_on or date.min for one in listed), default=date.min) for listed in facts]
        first, second = (1, 0) if last[1] > last[0] or (last[1] == last[0] and self._newer == OTHER) else (0, 1)
        found: list[Change] = []
        for one in facts[second]:
            found += move("whereabouts", one, minus(one, facts[first]), {"kin_id": own.id})
        if first == 1:
            found += [Update("whereabouts", one.id, {"kin_id": own.id}) for one in facts[1]]
        return found + self._proposals(own, theirs)

    def _proposals(self, own: Kin, theirs: Kin) -> list[Change]:
        """What imports proposed and nobody settled, each once; a no stays a no."""
        said = {_what(one) for one in own.whereabouts}
        found: list[Change] = []
        for one in theirs.whereabouts:
            if one.confirmed_on is not None:
                continue
            if _what(one) in said:
                found.append(Delete("whereabouts", one.id))
            else:
                found.append(Update("whereabouts", one.id, {"kin_id": own.id}))
        return found

    def _cares(self) -> list[Change]:
        """Who looked after the child when: the chosen record's word holds, the other fills the days it leaves open."""
        first_is_kept = self._side.get(CARER, self._newer) == KEPT
        first, second = (self._kept, self._other) if first_is_kept else (self._other, self._kept)
        found: list[Change] = []
        for care in second.cares:
            found += move("care", care, minus(care, first.cares), self._owner(care.kin_id))
        if not first_is_kept:
            found += [Update("care", care.id, self._owner(care.kin_id)) for care in self._other.cares]
        return found

    def _owner(self, kin_id: int) -> dict[str, Value]:
        own = self.people.get(kin_id)
        return {"child_id": self._kept.id, "kin_id": own.id if own is not None else kin_id}


def _what(one: Whereabouts) -> tuple[object, ...]:
    return one.kind, one.place, is_refused(one)
