"""The field 借给谁: a child, a class or somebody of the staff by name, letters or number; anybody else as written."""

import re
from collections.abc import Sequence

from app.names import initials, surname_of
from app.search import search
from app.sounds import sound_of
from ui.contacts.people import Known, People
from ui.ledger.deeds import OTHER, STAFF
from ui.pieces.fields import LineField
from ui.pieces.suggestions import Offer, Suggestions
from ui.session import Session

MOST = 6
_CARD = re.compile(r"[Gg](\d{10,}[\dXx])")
"""The register number as a pupil's card has it."""


class BorrowerField(LineField):
    """A scanner is a keyboard: the number on a pupil's card and its Enter take the child."""

    classes = True
    """Whether whole classes are offered too."""

    def __init__(self, session: Session, label: str, hint: str = "") -> None:
        super().__init__(label, hint=hint)
        self._session, self._people = session, People(session)
        self._target = ""
        self.list = Suggestions(self.editor, label, width=220)
        self.editor.textEdited.connect(self._typed)
        self.list.picked.connect(self._take)

    def meant(self) -> str:
        """child:12, class:3, staff:4, other:村委会, or "" for nobody. A name that only one has is that one."""
        text = self.value()
        if not text:
            return ""
        if self._target and self._name(self._target) == text:
            return self._target
        same = [one for one in self._found(text, 40) if one.name == text]
        if len(same) == 1:
            return _key(same[0])
        return "" if same else f"{OTHER}:{text}"

    def is_unclear(self) -> bool:
        """Whether several have that name."""
        return bool(self.value()) and not self.meant()

    def choose(self, meant: str) -> None:
        """Show a borrower, without a signal."""
        self._target = meant
        self.set_value(self._name(meant))

    def offer(self) -> None:
        """Show whom the text may mean."""
        self.list.offer([self._line(one) for one in self._found(self.value(), MOST)], 0)

    def _typed(self, text: str) -> None:
        self._target = ""
        self.set_error("")
        found = self._found(text.strip(), MOST) if text.strip() else []
        self.list.offer([self._line(one) for one in found], 0)

    def _take(self, key: object) -> None:
        self._target = str(key)
        self.editor.setText(self._name(self._target))
        self.typing.emit()
        self.commit()

    def _found(self, text: str, most: int) -> list[Known]:
        card = _CARD.fullmatch(text.strip())
        text = card[1] if card is not None else text
        staff = [hit.row for hit in search(self._staff(), text)]
        return [*self._people.find(text, most, classes=self.classes), *staff][:most]

    def _staff(self) -> Sequence[Known]:
        today = self._session.today
        found = []
        for one in self._session.snapshot.staff:
            if one.left_on is None or one.left_on > today:
                sound = " ".join(filter(None, map(sound_of, one.name)))
                found.append(Known((STAFF, one.id), one.name, one.duties, one.sex, sound, initials(sound),
                                   (one.phone,) if one.phone else ()))  # fmt: skip
        return found

    def _line(self, one: Known) -> Offer:
        kind = one.target[0]
        if kind == STAFF:
            return Offer(_key(one), one.name, one.class_name or self.tr("老师"), surname_of(one.name)[:1])
        if kind == "class":
            return Offer(_key(one), one.name, self.tr("全班"), self.tr("班"))
        return Offer(_key(one), one.name, f"{one.class_name} {one.sex}".strip(), one.name[:1])

    def _name(self, meant: str) -> str:
        kind, _, rest = meant.partition(":")
        if kind == "child":
            return self._people.named(int(rest)).name
        if kind == "class":
            return self._people.class_name(int(rest))
        if kind == STAFF:
            return next((one.name for one in self._session.snapshot.staff if str(one.id) == rest), "")
        return rest


def _key(one: Known) -> str:
    return f"{one.target[0]}:{one.target[1]}"
