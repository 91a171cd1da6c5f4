"""Awards, stories and certificates in the real file: read back as written, in the ledger once, undone whole."""

from dataclasses import replace
from datetime import date

import pytest

from app.care import CareRecord
from app.changes import Insert
from app.edits import BadValue, Told, delete_child
from app.edits.activities import ActivityTold, Lines, delete_activity, set_activity
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
from app.honours import APPROVED, CASE, DRAFT, EXAMPLE, Giving
from db.store import FileStore
from tests.db.families import pupils

TODAY, JUNE = date(2027, 6, 2), date(2027, 6, 1)
FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
TOLD = GivingTold(JUNE, "学校", "校级", counts=True, summary="六一表彰")


def people(store: FileStore) -> tuple[int, int, int]:
    ids = store.apply("导入", [*pupils(2), Insert("staff", {"name": "李梅"}, "staff")]).ids
    return ids["child0"], ids["child1"], ids["staff"]


def record_of(store: FileStore, giving: Giving | None) -> CareRecord | None:
    return store.ledger.record(giving.record_id) if giving is not None and giving.record_id else None


def give(store: FileStore, told: GivingTold, awards: list[AwardTold], before: Giving | None = None) -> Giving | None:
    done = store.apply("表彰", set_giving(told, awards, TODAY, before, record_of(store, before)))
    return store.honours.giving(before.key if before is not None else done.ids["award"])


def test_a_giving_stands_in_the_ledger_once_and_follows_every_change(store: FileStore) -> None:
    one, two, teacher = people(store)
    first = give(store, TOLD, [AwardTold("三好学生", one, reason="认真"), AwardTold("进步之星", one),
                               AwardTold("优秀帮扶教师", staff_id=teacher)])  # fmt: skip
    assert first is not None and first.children == [one] and len(first.awards) == 3
    record = record_of(store, first)
    assert record is not None and (record.kind, record.day, record.summary) == ("award", JUNE, "六一表彰")
    assert [(a.child_id, a.remark) for a in record.participants] == [(one, "三好学生，进步之星")]
    assert [contact.child_id for contact in store.ledger.contacts(FIRST, LAST, ("award",))] == [one]
    kept = [AwardTold(a.name, a.child_id, a.staff_id, a.reason, a.id) for a in first.awards if a.name != "进步之星"]
    earlier = replace(TOLD, day=date(2027, 5, 31))
    second = give(store, earlier, [*kept, AwardTold("三好学生", two)], first)
    assert second is not None and second.key == first.key and second.record_id == first.record_id
    record = record_of(store, second)
    assert record is not None and record.day == earlier.day
    assert {(a.child_id, a.remark) for a in record.participants} == {(one, "三好学生"), (two, "三好学生")}
    again = [AwardTold(a.name, a.child_id, a.staff_id, a.reason, a.id) for a in second.awards]
    assert set_giving(earlier, again, TODAY, second, record) == [], "what is so already changes nothing"
    third = give(store, replace(earlier, counts=False), again, second)
    assert third is not None and third.record_id is None
    assert store.ledger.contacts(FIRST, LAST, ("award",)) == []
    action = store.last_action()
    assert action is not None
    store.undo(action.id)
    assert store.honours.giving(first.key) == second and record_of(store, second) == record


def test_awards_of_staff_alone_are_no_care_of_children_and_a_giving_goes_whole(store: FileStore) -> None:
    one, _two, teacher = people(store)
    staff = give(store, TOLD, [AwardTold("优秀帮扶教师", staff_id=teacher)])
    assert staff is not None and staff.record_id is None
    whole = give(store, TOLD, [AwardTold("三好学生", one)])
    assert whole is not None
    store.apply("删", delete_giving(whole, record_of(store, whole)))
    assert store.honours.awards(FIRST, LAST) == list(staff.awards)
    assert store.ledger.contacts(FIRST, LAST) == []
    assert store.ledger.names_staff(teacher), "who was honoured here is somebody who was there"


@pytest.mark.parametrize(("told", "awards", "field"), [
    (replace(TOLD, day=date(2027, 6, 3)), [AwardTold("三好学生", 1)], "day"), (TOLD, [], "awards"),
    (TOLD, [AwardTold("三好学生")], "who"), (TOLD, [AwardTold(" ", 1)], "name"),
    (TOLD, [AwardTold("三好学生", 1), AwardTold("三好学生 ", 1)], "awards"),
])  # fmt: skip
def test_what_cannot_be_a_giving_is_refused(told: GivingTold, awards: list[AwardTold], field: str) -> None:
    with pytest.raises(BadValue) as caught:
        set_giving(told, awards, TODAY)
    assert caught.value.field == field


def test_an_approved_story_that_is_changed_is_a_draft_again(store: FileStore) -> None:
    one, _two, _teacher = people(store)
    told = StoryTold(EXAMPLE, "她会修伞", JUNE, "下雨天……", one, named=True)
    story_id = store.apply("写", set_story(told)).ids["story"]

    def now() -> object:
        found = store.honours.story(story_id)
        assert found is not None
        return found.state, found.approved_by, found.approved_on

    story = store.honours.stories()[0]
    store.apply("定稿", approve_story(story, "龙正华", TODAY))
    assert now() == (APPROVED, "龙正华", TODAY)
    approved = store.honours.stories()[0]
    assert set_story(told, approved) == []
    store.apply("改", set_story(replace(told, text="下雨天，她……"), approved))
    assert now() == (DRAFT, "", None)
    store.apply("定稿", approve_story(store.honours.stories()[0], "龙正华", TODAY))
    store.apply("退回", take_back_approval(store.honours.stories()[0]))
    assert now() == (DRAFT, "", None)
    store.apply("删", delete_story(store.honours.stories()[0]))
    assert store.honours.stories() == []


def test_a_story_that_nobody_can_stand_for_is_refused() -> None:
    for told, field in ((StoryTold(EXAMPLE, " ", JUNE), "title"), (StoryTold(CASE, "个案", JUNE), "who"),
                        (StoryTold(EXAMPLE, "好", JUNE, child_id=1, staff_id=1), "who")):  # fmt: skip
        with pytest.raises(BadValue) as caught:
            set_story(told)
        assert caught.value.field == field


def test_the_words_of_certificates_are_the_schools_own(store: FileStore) -> None:
    marks = ("姓名", "奖项")
    told = [CertificateTold("学生", "pupil", "奖状", "同学", "被评为\n【奖项】"), CertificateTold("老师", "staff", "荣誉证书", "老师", "")]
    store.apply("奖状", set_certificates(told, marks))
    there = store.honours.certificates()
    assert [one.title for one in there] == ["奖状", "荣誉证书"]
    turned = [CertificateTold(one.name, one.whom, one.title, one.address, one.body, one.id) for one in reversed(there)]
    store.apply("奖状", set_certificates(turned[:1], marks, there))
    assert [one.name for one in store.honours.certificates()] == ["老师"]
    wrong = [(replace(told[0], body="【学号】"), "body:0"), (replace(told[0], title=" "), "title:0"),
             (replace(told[0], name=""), "name:0")]  # fmt: skip
    for one, field in wrong:
        with pytest.raises(BadValue) as caught:
            set_certificates([one], marks)
        assert caught.value.field == field
    for twice in ([told[0], told[0]], []):
        with pytest.raises(BadValue):
            set_certificates(twice, marks)


def test_a_child_or_an_activity_that_goes_leaves_the_others_awards_and_comes_back_with_its_own(store: FileStore) -> None:
    one, two, teacher = people(store)
    contest = set_activity(Told("activity", JUNE), ActivityTold(theme="比赛"), [one, two], Lines(), TODAY)
    activity_record = store.apply("比赛", contest).ids["record"]
    held = store.activities.of_record(activity_record)
    assert held is not None and held.activity is not None
    told = replace(TOLD, activity_id=held.activity.id)
    before = give(store, told, [AwardTold("三好学生", one), AwardTold("优秀帮扶教师", staff_id=teacher)])
    assert before is not None and before.record_id is not None
    known = store.snapshot()
    gone = delete_child(known.children[one], known, store.ledger.of_child(one), store.ledger.mentions(one))
    store.apply("删", gone)
    assert [(a.staff_id, a.record_id) for a in store.honours.awards(FIRST, LAST)] == [(teacher, None)]
    undo(store)
    assert store.honours.giving(before.key) == before
    store.apply("删", delete_activity(held))
    assert {a.activity_id for a in store.honours.awards(FIRST, LAST)} == {None}
    undo(store)
    assert store.honours.giving(before.key) == before


def undo(store: FileStore) -> None:
    action = store.last_action()
    assert action is not None
    store.undo(action.id)
