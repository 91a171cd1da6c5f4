"""One activity in place of the list: its plan, who takes part, the contest, what came of it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.activities import Held
from app.attachments import RECORD
from app.care import WORK_MEETING
from app.edits.activities import ItemTold, Lines, StepTold
from ui import activity_words as words
from ui.activities.deeds import ActivityDeeds
from ui.activities.parts import CONTEST, PARTS, PEOPLE, PLAN, RESULT, DeskParts
from ui.session import Session
from ui.work import Work

DRAFT = "activity."
"""Before the number of the record: each has a draft of its own, a new one is 0."""
IN_RESULT = ("summary", "result", "spent", "write_up", "note", "people", "media")


class ActivityDesk(DeskParts):
    """`open_for` shows one, `commit` stores it; what is typed and not stored stays as a draft."""

    stem, of_page = DRAFT, "activities"

    def __init__(self, session: Session, work: Work, deeds: ActivityDeeds) -> None:
        super().__init__(session, work)
        self._deeds = deeds
        self.held: Held | None = None
        self._connect()

    # what the page asks

    def open_for(self, held: Held | None, kind: str = "", part: str = PLAN) -> None:
        """Show one, or an empty one of this kind, with what was typed before if that was never stored."""
        self._session.drafts.flush()
        self.held = held
        self.facts.offer(held)
        self._fill(self.facts.given(held) | ({"kind": kind} if kind and held is None else {}))
        more = held.activity if held is not None else None
        children = [one.child_id for one in held.record.participants] if held is not None else []
        self.agenda.show_lines({
            one.id: {"at_time": one.at_time, "what": one.what, "who": one.who}
            for one in (more.agenda if more else ())
        })  # fmt: skip
        self.materials.show_lines({
            one.id: {"what": one.what, "count": one.count, "keeper": one.keeper}
            for one in (more.materials if more else ())
        })  # fmt: skip
        self.people.show_ticked(children)
        self.contest.show_entries(more.entries if more else (), children)
        self.contest.offer_awards(more)
        self._before = self._lists()
        self._put_back()
        self._suit()
        self.show_part(part)
        self.delete.setVisible(held is not None)
        self.print.setVisible(held is not None)
        self._name()
        name = words.title(held) if held is not None else ""
        self.gifts.show_for(more.id if more is not None else 0)
        self.attachments.show_for(RECORD, self.number(), self.tr("活动“{0}”").format(name), children)

    def show_part(self, part: str) -> None:
        """Turn to one of PARTS."""
        if part == CONTEST:
            self.contest.show_ticked(self.people.ticked())
        self.parts.set_current(part)
        self.stack.setCurrentIndex(PARTS.index(part))
        focus: dict[str, QWidget] = {
            PLAN: self.fields["theme"], PEOPLE: self.people.list, CONTEST: self.contest.grid,
            RESULT: self.fields["summary"],
        }  # fmt: skip
        focus[part].setFocus(Qt.FocusReason.OtherFocusReason)

    def next_part(self) -> None:
        """F6: the next part that this kind has."""
        shown = [part for part in PARTS if not self.parts.button(part).isHidden()]
        self.show_part(shown[(shown.index(self.parts.current()) + 1) % len(shown)])

    def commit(self) -> bool:
        """Store it; a wrong field or cell gets the cursor instead."""
        for grid in (self.agenda, self.materials, self.contest.grid):
            grid.finish_typing()
        wrong = next((key for key, field in self.fields.items() if not field.isHidden() and not field.commit()), "")
        if wrong:
            self.show_part(RESULT if wrong in IN_RESULT else PLAN)
            self.fields[wrong].setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        for part, one in ((PLAN, self.agenda), (PLAN, self.materials), (CONTEST, self.contest.grid)):
            mistakes = one.mistakes()
            if mistakes:
                self.show_part(part)
                one.edit_cell(*next(iter(mistakes)))
                return False
        told, more = self.facts.told(self.held)
        lines = Lines(
            [StepTold(texts["what"], texts["at_time"], texts["who"], max(0, key))
             for key, texts in self.agenda.lines().items()],
            [ItemTold(texts["what"], texts["count"], texts["keeper"], max(0, key))
             for key, texts in self.materials.lines().items()],
            self.contest.told(),
        )  # fmt: skip
        record_id = self._deeds.write(told, more, self.people.ticked(), lines, self.held)
        if not record_id:
            return False
        self._session.drafts.drop(self.draft())
        self.stored.emit(record_id)
        return True

    def keep(self) -> None:
        for grid in (self.agenda, self.materials, self.contest.grid):
            grid.finish_typing()
        super().keep()

    def number(self) -> int:
        return self.held.record.id if self.held is not None else 0

    # drafts

    def _lists(self) -> dict[str, Any]:
        return {"agenda": self.agenda.texts(), "materials": self.materials.texts(),
                "contest": self.contest.grid.texts(), "children": self.people.ticked()}  # fmt: skip

    def _about(self) -> dict[str, Any]:
        return {"record": self.number(), "part": self.parts.current()}

    def _put_back(self) -> dict[str, Any]:
        kept = super()._put_back()
        if not kept:
            return kept
        for key, grid in (("agenda", self.agenda), ("materials", self.materials), ("contest", self.contest.grid)):
            grid.put_back(kept.get(key, {}))
        there = self._session.snapshot.children
        self.people.show_ticked(child for child in kept.get("children", ()) if child in there)
        return kept

    # inside

    def _suit(self) -> None:
        self.facts.suit()
        meeting = self.facts.kind.value() == WORK_MEETING
        for part in (PEOPLE, CONTEST):
            self.parts.button(part).setHidden(meeting)
        self.go.set_label(self.tr("记下会议") if meeting else self.tr("记下活动"))
        self._count()

    def _count(self) -> None:
        self.parts.button(PEOPLE).show_count(len(self.people.ticked()) or None)
        self.parts.button(CONTEST).show_count(len(self.contest.grid.lines()) or None)
        self.parts.updateGeometry()

    def _name(self) -> None:
        held = self.held
        if held is None:
            self.heading.setText(self.tr("新的活动"))
            self.line.setText(self.tr("还没办的先做计划，办过的直接记。主题和哪天写了就能存。"))
            return
        self.heading.setText(words.title(held))
        self.line.setText(words.about(held, self._session.snapshot, self._session.today))

    def _class_chosen(self, text: str) -> None:
        self.people.show_class(int(text) if text else None)

    def removed(self) -> bool:
        return self.held is not None and self._deeds.delete(self.held)

    def _connect(self) -> None:
        super()._connect()
        self.parts.chosen.connect(self.show_part)
        self.facts.kind.committed.connect(lambda _kind: self._suit())
        self.facts.state.committed.connect(lambda _state: self._suit())
        self.fields["class_id"].committed.connect(self._class_chosen)
        for changed in (self.agenda.changed, self.materials.changed, self.people.changed, self.contest.changed):
            changed.connect(self._keep)
            changed.connect(self._count)
        for grid in (self.agenda, self.materials, self.contest.grid):
            grid.submitted.connect(self.commit)
