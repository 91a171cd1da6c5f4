"""What a person does to awards, stories and the words of certificates, each under the name that undo shows."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.activities import Held
from app.care import CareRecord
from app.changes import Change
from app.edits import BadValue
from app.edits.honours import (
    AwardTold,
    CertificateTold,
    GivingTold,
    StoryTold,
    approve_story,
    delete_giving,
    delete_story,
    set_certificates,
    set_giving,
    set_story,
    take_back_approval,
)
from app.honours import CASE, Giving, Story, givings, prizes_left
from ui import activity_words
from ui import honour_words as words
from ui.paper.honour_scopes import occasions
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("honours", text)


class HonourDeeds:
    """The verbs. What went wrong has been said by then."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(self, told: GivingTold, awards: Sequence[AwardTold], before: Giving | None = None) -> int:
        """记下 12 个奖; the id of an award of the occasion, 0 if it was not written."""
        children = len({one.child_id for one in awards if one.child_id is not None})
        what = words.occasion(told.given_by, told.level, self._activity(told.activity_id))
        told = replace(told, summary=_tr("{0}，{1} 个孩子得奖").format(what, children), staff_id=self._me())
        try:
            changes = set_giving(told, awards, self._session.today, before, self.record(before))
        except BadValue as error:
            self._session.failed.emit(_tr("没有存下：{0}。").format(wrong_words(error)))
            return 0
        pattern = _tr("修改 {0} 个奖") if before is not None else _tr("记下 {0} 个奖")
        kept = next((one.id for one in awards if one.id), 0)
        if not changes:
            return kept
        done = self._session.attempt(pattern.format(len(awards)), changes)
        if done is None:
            return 0
        return kept or done.ids["award"]

    def delete(self, giving: Giving) -> bool:
        """删除 12 个奖."""
        label = _tr("删除 {0} 个奖").format(len(giving.awards))
        return self._gone(label, delete_giving(giving, self.record(giving)))

    def take_prizes(self, held: Held) -> int:
        """Make awards of a contest's prizes in one step; the id of one of them, 0 for none."""
        if held.activity is None:
            return 0
        title = activity_words.title(held)
        given = self._session.store.honours.awards_of_activities([held.activity.id])
        left = prizes_left(held.activity.entries, given)
        awards = [
            AwardTold(one.prize.strip(), one.child_id, reason=_reason(title, one.piece.strip())) for one in left
        ]
        told = GivingTold(held.record.day, held.activity.organizer, "", held.activity.id)
        same = next((one for one in givings(given)
                     if (one.day, one.given_by, one.level, one.record_id) == (told.day, told.given_by, "", None)), None)
        there = [AwardTold(one.name, one.child_id, one.staff_id, one.reason, one.id)
                 for one in (same.awards if same is not None else ())]  # fmt: skip
        return self.write(told, [*there, *awards], same)

    def record(self, giving: Giving | None) -> CareRecord | None:
        """What the ledger of care has of an occasion."""
        if giving is None or giving.record_id is None:
            return None
        return self._session.store.ledger.record(giving.record_id)

    def write_story(self, told: StoryTold, before: Story | None) -> int:
        """写事迹“她会修伞”; its id, 0 if it was not written."""
        kind = words.story_word(told.kind)
        try:
            changes = set_story(told, before)
        except BadValue as error:
            self._session.failed.emit(_tr("没有存下：{0}。").format(wrong_words(error)))
            return 0
        # The history does not say what a case is called: its title may name the child.
        named = kind if told.kind == CASE else _tr("{0}“{1}”").format(kind, told.title.strip())
        label = (_tr("修改{0}") if before is not None else _tr("写{0}")).format(named)
        if not changes:
            return before.id if before is not None else 0
        done = self._session.attempt(label, changes)
        if done is None:
            return 0
        return before.id if before is not None else done.ids["story"]

    def approve(self, story: Story, who: str) -> bool:
        """审定事迹."""
        try:
            changes = approve_story(story, who, self._session.today)
        except BadValue as error:
            self._session.failed.emit(_tr("没有审定：{0}。").format(wrong_words(error)))
            return False
        label = _tr("审定{0}").format(words.story_word(story.kind))
        return self._session.attempt(label, changes, said=_tr("审定了，Ctrl+Z 撤回")) is not None

    def take_back(self, story: Story) -> bool:
        """Make it a draft again."""
        label = _tr("{0}退回草稿").format(words.story_word(story.kind))
        return self._session.attempt(label, take_back_approval(story)) is not None

    def delete_story(self, story: Story) -> bool:
        """删除事迹."""
        return self._gone(_tr("删除{0}").format(words.story_word(story.kind)), delete_story(story))

    def write_certificates(self, told: Sequence[CertificateTold]) -> str:
        """The words of certificates; "" if they are written, else the field that is wrong: "body:0"."""
        there = self._session.store.honours.certificates()
        try:
            changes = set_certificates(told, words.MARKS, there)
        except BadValue as error:
            self._session.failed.emit(_tr("没有存下：{0}。").format(wrong_words(error)))
            return error.field
        if changes and self._session.attempt(_tr("改奖状的字"), changes) is None:
            return "name:0"
        return ""

    def _gone(self, label: str, changes: Sequence[Change]) -> bool:
        return self._session.attempt(label, changes, said=_tr("{0}，Ctrl+Z 撤回").format(label)) is not None

    def _activity(self, activity_id: int | None) -> str:
        return occasions(self._session, [activity_id]).get(activity_id or 0, "")

    def _me(self) -> int | None:
        user = self._session.store.user
        return next((one.id for one in self._session.snapshot.staff if one.name == user), None)


def _reason(title: str, piece: str) -> str:
    return _tr("在{0}中表演《{1}》").format(title, piece) if piece else _tr("在{0}中").format(title)


def wrong_words(error: BadValue) -> str:
    """What is wrong with what was written, in one sentence."""
    field = error.field.partition(":")[0]
    return {
        ("day", "in_the_future"): _tr("这一天还没到"), ("awards", "empty"): _tr("还没写谁得奖"),
        ("who", "empty"): _tr("没写是谁，或者写的名字不在名册里"), ("who", "taken"): _tr("一篇只写一个人"),
        ("awards", "taken"): _tr("同一个人的同一个奖写了两次"), ("title", "empty"): _tr("先写题目"),
        ("name", "empty"): _tr("先写名字"), ("name", "taken"): _tr("有两份同名的"), ("body", "unknown_field"):
        _tr("【】里只能是{0}").format("、".join(words.MARKS)), ("approved_by", "empty"): _tr("先写谁审定的"),
        ("text", "empty"): _tr("正文还空着"), ("certificates", "empty"): _tr("至少留一份"),
    }.get((field, error.reason), _tr("这个值存不下"))
