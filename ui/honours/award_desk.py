"""One occasion in place of the list: when, by whom, who is given what, ticked from the class lists or typed."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from app.activities import Held
from app.edits.honours import GivingTold
from app.honours import Giving
from ui import activity_words
from ui import honour_words as words
from ui.care_words import day_short
from ui.honours.award_parts import AWARDS, COUNTS, PARTS, PEOPLE, PLAIN, AwardParts
from ui.honours.deeds import HonourDeeds
from ui.honours.winners import CHILD, Winner
from ui.pieces.fields import ComboField
from ui.session import Session

DRAFT = "award."
"""Before the number by which the occasion is found; a new one is 0."""
RECENT = timedelta(days=400)


class AwardDesk(AwardParts):
    """`open_for` shows one, `commit` stores it; what is typed and not stored stays as a draft."""

    stem, of_page = DRAFT, "honours"

    def __init__(self, session: Session, deeds: HonourDeeds) -> None:
        super().__init__(session)
        self._deeds = deeds
        self.giving: Giving | None = None
        self._connect()

    # what the page asks

    def open_for(self, giving: Giving | None, part: str = AWARDS) -> None:
        """Show one, or an empty one, with what was typed before if that was never stored."""
        self._session.drafts.flush()
        self.giving = giving
        self._offer(giving)
        self._fill(self._known(giving))
        for field in (self.award, self.reason):
            field.revert()
        self.lines.show_awards(giving.awards if giving is not None else ())
        self.people.show_ticked(giving.children if giving is not None else [])
        self._before = self._lists()
        self._put_back()
        self.show_part(part if part in PARTS else AWARDS)
        for button in (self.delete, self.print):
            button.setVisible(giving is not None)
        self._name()

    def show_part(self, part: str) -> None:
        """Turn to one of PARTS."""
        self.count()
        self.parts.set_current(part)
        self.stack.setCurrentIndex(PARTS.index(part))
        first = self.people.list if part == PEOPLE else self.lines if self.giving is not None else self.day
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_part(self) -> None:
        """F6: the other part."""
        self.show_part(AWARDS if self.parts.current() == PEOPLE else PEOPLE)

    def give_ticked(self) -> None:
        """A line for everybody who is ticked."""
        if not self.award.value():
            self.award.set_error(self.tr("先写是什么奖"))
            self.award.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.award.set_error("")
        ticked = [Winner(CHILD, one) for one in self.people.ticked()]
        self.lines.give(ticked, self.award.value(), self.reason.value())

    def commit(self) -> bool:
        """Store it; a wrong field or cell gets the cursor instead."""
        self.lines.finish_typing()
        wrong = next((field for field in self.fields.values() if not field.commit()), None)
        if wrong is not None:
            self.show_part(AWARDS)
            wrong.setFocus()
            return False
        if mistakes := self.lines.mistakes():
            self.show_part(AWARDS)
            self.lines.edit_cell(*next(iter(mistakes)))
            return False
        day = self.day.day()
        assert day is not None
        value = {key: field.value() for key, field in self.fields.items()}
        told = GivingTold(day, value["given_by"], value["level"], int(value["activity"]) if value["activity"] else None,
                          value["counts"] == COUNTS)  # fmt: skip
        key = self._deeds.write(told, self.lines.told(), self.giving)
        if not key:
            return False
        self._session.drafts.drop(self.draft())
        self.stored.emit(key)
        return True

    def keep(self) -> None:
        self.lines.finish_typing()
        super().keep()

    def number(self) -> int:
        return self.giving.key if self.giving is not None else 0

    def refresh(self) -> bool:
        """Show what the file has now; False if the occasion is gone."""
        if self.giving is None:
            return True
        giving = self._session.store.honours.giving(self.number())
        if giving is not None and giving != self.giving:
            self.open_for(giving, self.parts.current())
        return giving is not None

    # drafts

    def _lists(self) -> dict[str, Any]:
        return {"lines": self.lines.texts(), "children": self.people.ticked()}

    def _about(self) -> dict[str, Any]:
        return {"giving": self.number(), "part": self.parts.current()}

    def _put_back(self) -> dict[str, Any]:
        kept = super()._put_back()
        if kept:
            self.lines.put_back(kept.get("lines", {}))
            there = self._session.snapshot.children
            self.people.show_ticked(child for child in kept.get("children", ()) if child in there)
        return kept

    # inside

    def _offer(self, giving: Giving | None) -> None:
        today = self._session.today
        held = [one for one in self._session.store.activities.between(today - RECENT, today)
                if one.activity is not None and not one.activity.planned]  # fmt: skip
        options = [(str(one.activity.id), _activity(one, self._session)) for one in held if one.activity]
        if giving is not None and giving.activity_id is not None and str(giving.activity_id) not in dict(options):
            options.append((str(giving.activity_id), self.tr("以前的一次活动")))
        field = self.fields["activity"]
        assert isinstance(field, ComboField)
        field.set_options([("", self.tr("没有")), *options])

    def _known(self, giving: Giving | None) -> dict[str, str]:
        if giving is None:
            return {"day": self._session.today.isoformat(), "given_by": "", "level": "", "activity": "",
                    "counts": COUNTS}  # fmt: skip
        return {
            "day": giving.day.isoformat(), "given_by": giving.given_by, "level": giving.level,
            "activity": str(giving.activity_id or ""), "counts": COUNTS if giving.record_id is not None else PLAIN,
        }  # fmt: skip

    def _name(self) -> None:
        giving = self.giving
        if giving is None:
            self.heading.setText(self.tr("新的奖励"))
            self.line.setText(self.tr("先勾上得奖的孩子，再写得什么奖，一次都记下。老师得奖，在“得什么奖”里写名字。"))
            return
        self.heading.setText(self.tr("{0} 个奖").format(len(giving.awards)))
        self.line.setText(words.summary(one.name for one in giving.awards))

    def _suit(self, _value: str = "") -> None:
        """A prize of a contest is as a rule not the yearly honour."""
        if self.giving is None:
            self.counts.set_value(PLAIN if self.fields["activity"].value() else COUNTS)

    def removed(self) -> bool:
        return self.giving is not None and self._deeds.delete(self.giving)

    def _connect(self) -> None:
        super()._connect()
        self.give.clicked.connect(self.give_ticked)
        self.parts.chosen.connect(self.show_part)
        self.fields["activity"].committed.connect(self._suit)
        self.counts.committed.connect(lambda _value: self.count())
        for changed in (self.lines.changed, self.people.changed):
            changed.connect(self._keep)
            changed.connect(self.count)
        self.lines.submitted.connect(self.commit)


def _activity(held: Held, session: Session) -> str:
    return f"{day_short(held.record.day, session.today)} {activity_words.title(held)}"
