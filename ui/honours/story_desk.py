"""One good example or case study in place of the list: the text, who it is about, whether it is approved."""

from typing import Any

from PySide6.QtCore import Qt, Signal

from app.attachments import STORY
from app.edits.honours import StoryTold
from app.honours import APPROVED, CASE, EXAMPLE, Story
from app.staffing import GROUP_ROLES
from ui import honour_words as words
from ui.care_words import day_short
from ui.honours.deeds import HonourDeeds
from ui.honours.story_parts import HIDDEN, NAMED, StoryParts
from ui.session import Session
from ui.work import Work

DRAFT = "story."
"""Before the number of the story; a new one is 0."""


class StoryDesk(StoryParts):
    """`open_for` shows one, `commit` stores it; what is typed and not stored stays as a draft."""

    stem, of_page = DRAFT, "honours"
    export_wanted = Signal(int)

    def __init__(self, session: Session, work: Work, deeds: HonourDeeds) -> None:
        super().__init__(session, work)
        self._deeds = deeds
        self.story: Story | None = None
        self._connect()

    # what the page asks

    def open_for(self, story: Story | None, kind: str = EXAMPLE) -> None:
        """Show one, or an empty one of this kind, with what was typed before if that was never stored."""
        self._session.drafts.flush()
        self.story = story
        self._fill(self._known(story, kind))
        self.approver.set_value(story.approved_by if story is not None and story.approved_by else self._head())
        self._put_back()
        self._suit()
        self._name()
        for button in (self.delete, self.print, self.export):
            button.setVisible(story is not None)
        children = [story.child_id] if story is not None and story.child_id is not None else []
        whose = words.story_word(story.kind) if story is not None else ""
        self.attachments.show_for(STORY, self.number(), whose, children)
        self.fields["text" if story is not None else "title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> bool:
        """Store it; a wrong field gets the cursor instead."""
        story_id = self._write()
        if story_id:
            self.stored.emit(story_id)
        return bool(story_id)

    def approve(self) -> bool:
        """The head has read it: store what is written, and that."""
        story_id = self._write()
        story = self._session.store.honours.story(story_id) if story_id else None
        if story is None or not self._deeds.approve(story, self.approver.value()):
            return False
        self.stored.emit(story_id)
        return True

    def number(self) -> int:
        return self.story.id if self.story is not None else 0

    def refresh(self) -> bool:
        """Show what the file has now; False if the story is gone."""
        if self.story is None:
            return True
        story = self._session.store.honours.story(self.story.id)
        if story is not None and story != self.story:
            self.open_for(story)
        return story is not None

    # drafts

    def _about(self) -> dict[str, Any]:
        return {"story": self.number()}

    # inside

    def _value(self, key: str) -> str:
        return self.who.meant() if key == "who" else super()._value(key)

    def _set_value(self, key: str, value: str) -> None:
        if key == "who":
            self.who.choose(value)
        else:
            super()._set_value(key, value)

    def _known(self, story: Story | None, kind: str) -> dict[str, str]:
        if story is None:
            return dict.fromkeys(self.fields, "") | {
                "kind": kind, "day": self._session.today.isoformat(), "named": HIDDEN if kind == CASE else NAMED,
            }  # fmt: skip
        who = f"child:{story.child_id}" if story.child_id is not None else ""
        who = f"staff:{story.staff_id}" if story.staff_id is not None else who
        return {
            "kind": story.kind, "title": story.title, "day": story.day.isoformat(), "who": who, "text": story.text,
            "named": NAMED if story.named else HIDDEN, "alias": story.alias,
        }  # fmt: skip

    def _write(self) -> int:
        wrong = next((field for field in self.fields.values() if not field.isHidden() and not field.commit()), None)
        if wrong is None and self.who.is_wrong():
            self.who.set_error(self.tr("写名册里或老师里的一个人，有同名的从下面选"))
            wrong = self.who
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return 0
        day = self.day.day()
        assert day is not None
        child, staff = self.who.person()
        value = {key: field.value() for key, field in self.fields.items()}
        named = value["named"] == NAMED
        told = StoryTold(value["kind"], value["title"], day, value["text"], child, staff, named and child is not None,
                         value["alias"])  # fmt: skip
        story_id = self._deeds.write_story(told, self.story)
        if story_id:
            self._session.drafts.drop(self.draft())
        return story_id

    def _suit(self, _value: str = "") -> None:
        """Show what this kind and person ask for."""
        child, _staff = self.who.person()
        self.fields["named"].setVisible(child is not None)
        self.fields["alias"].setVisible(child is not None and self.fields["named"].value() == HIDDEN)
        self.warning.setVisible(child is not None and self.fields["named"].value() == NAMED
                                and self.fields["kind"].value() == CASE)  # fmt: skip

    def _kind_chosen(self, kind: str) -> None:
        """A case is told without the name, a good example with it, until somebody says otherwise."""
        if self.story is None:
            self.fields["named"].set_value(HIDDEN if kind == CASE else NAMED)
        self._suit()

    def _name(self) -> None:
        story = self.story
        if story is None:
            self.heading.setText(self.tr("新的一篇"))
            self.line.setText(self.tr("事迹写真名，登出来给大家看；个案不写名字，只讲怎么帮的。"))
        else:
            self.heading.setText(story.title)
            kind = words.story_word(story.kind)
            if story.state == APPROVED and story.approved_on is not None:
                day = day_short(story.approved_on, self._session.today)
                said = self.tr("{0}，{1} {2}审定。改了字就又是草稿，要重新审定。")
                self.line.setText(said.format(kind, day, story.approved_by))
            else:
                self.line.setText(self.tr("{0}，草稿，还没审定。").format(kind))
        approved = story is not None and story.state == APPROVED
        self.approver.setVisible(not approved)
        self.approved.setVisible(not approved)
        self.back_to_draft.setVisible(approved)

    def _head(self) -> str:
        """Who approves: the head of the leading group."""
        here = [one for one in self._session.snapshot.staff if one.left_on is None]
        return next((one.name for one in here if one.group_role == GROUP_ROLES[0]), "")

    def _take_back(self) -> None:
        if self.story is not None and self._deeds.take_back(self.story):
            self.stored.emit(self.story.id)

    def removed(self) -> bool:
        return self.story is not None and self._deeds.delete_story(self.story)

    def _connect(self) -> None:
        super()._connect()
        self.approved.clicked.connect(self.approve)
        self.back_to_draft.clicked.connect(self._take_back)
        self.export.clicked.connect(lambda: self.export_wanted.emit(self.number()))
        self.fields["kind"].committed.connect(self._kind_chosen)
        for key in ("who", "named"):
            self.fields[key].committed.connect(self._suit)
