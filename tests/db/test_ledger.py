"""The ledger on the disk: pages of what was searched for, against a look at every record; confidential words stay in."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app import edits
from app.care import CareRecord
from app.changes import Change
from app.edits import Told
from app.ledger import LedgerQuery
from db.store import FileStore

FIRST = date(2026, 9, 1)
WORDS = ("想妈妈", "数学进步了", "GPS 手表", "没人接", "")


@pytest.fixture
def people(store: FileStore) -> dict[str, int]:
    made = {"class": store.apply("班", edits.add_class("primary", 2024, 1)).ids["class"]}
    for name in ("周雨桐", "罗子轩", "田小禾"):
        facts = {"name": name, "sex": "女", "birth": "2016-05-12"}
        made[name] = store.apply(name, edits.add_child(facts, made["class"], FIRST, by="张老师")).ids["child"]
    for name in ("张敏", "李强"):
        made[name] = store.apply(name, edits.add_staff(name)).ids["staff"]
    return made


def test_days_can_be_cut_down_to_some_children(
    store: FileStore, people: dict[str, int], records: list[CareRecord]
) -> None:
    first, last, wanted = FIRST + timedelta(days=3), FIRST + timedelta(days=11), {people["周雨桐"], people["田小禾"]}
    days = [one for one in records if first <= one.day <= last]
    theirs = [one.id for one in days if wanted & {person.child_id for person in one.participants}]
    assert 0 < len(theirs) < len(days)
    assert [one.id for one in store.ledger.between(first, last, wanted)] == theirs
    assert [one.id for one in store.ledger.between(first, last)] == [one.id for one in days]
    assert store.ledger.between(first, last, ()) == []


@pytest.fixture
def records(store: FileStore, people: dict[str, int]) -> list[CareRecord]:
    """Eighty of them, some confidential, and all as they are on the disk."""
    chance = random.Random(5)
    children = [people[name] for name in ("周雨桐", "罗子轩", "田小禾")]
    changes: list[Change] = []
    for number in range(80):
        told = Told(
            chance.choice(("talk", "family_call", "counselling")), FIRST + timedelta(days=chance.randrange(20)),
            chance.choice(("reached", "not_reached")), staff_id=chance.choice((people["张敏"], people["李强"], None)),
            summary=chance.choice(WORDS), follow_up_note=chance.choice(WORDS), place=chance.choice(("", "谈心室")),
            confidential=chance.random() < 0.3,
        )  # fmt: skip
        chosen = chance.sample(children, chance.randrange(1, 4))
        remarks = {chosen[0]: chance.choice(WORDS)}
        changes += edits.log_care(told, chosen, f"record{number}", remarks=remarks)
    done = store.apply("记", changes)
    found = [store.ledger.record(record_id) for record_id in done.records]
    return sorted((one for one in found if one), key=lambda one: (one.day, one.id), reverse=True)


def fits(record: CareRecord, query: LedgerQuery) -> bool:
    texts = [record.summary, record.place, record.follow_up_note, *(one.remark for one in record.participants)]
    said = not record.confidential and any(query.words.lower() in text.lower() for text in texts)
    theirs = any(one.child_id in query.children for one in record.participants)
    searched = query.children or query.staff or query.words
    return (
        (not query.kinds or record.kind in query.kinds) and (not query.missed or record.outcome == "not_reached")
        and (query.until is None or record.day <= query.until)
        and (not searched or theirs or record.staff_id in query.staff or (bool(query.words) and said))
    )


def test_pages_hold_what_fits_and_nothing_else(
    store: FileStore, people: dict[str, int], records: list[CareRecord]
) -> None:
    queries = [
        LedgerQuery(), LedgerQuery(kinds=("talk", "family_call")), LedgerQuery(missed=True),
        LedgerQuery(until=FIRST + timedelta(days=9)), LedgerQuery(children=frozenset({people["周雨桐"]})),
        LedgerQuery(staff=frozenset({people["张敏"]})), LedgerQuery(words="妈妈"), LedgerQuery(words="gps"),
        LedgerQuery(words="谈心室", kinds=("talk",)), LedgerQuery(words="没有这样的"),
        LedgerQuery(words="数学", staff=frozenset({people["李强"]}), children=frozenset({people["田小禾"]})),
    ]  # fmt: skip
    for query in queries:
        found: list[int] = []
        after: tuple[date, int] | None = None
        while page := store.ledger.page(query, after, 7):
            found += [one.id for one in page]
            after = (page[-1].day, page[-1].id)
        assert found == [one.id for one in records if fits(one, query)], query


def test_confidential_words_leave_the_disk_one_record_at_a_time(
    store: FileStore, people: dict[str, int], records: list[CareRecord]
) -> None:
    secret = {one.id for one in records if one.confidential}
    assert secret and any(one.summary for one in records if one.confidential)
    listed = [
        *store.ledger.page(LedgerQuery(), None, 100), *store.ledger.between(FIRST, FIRST + timedelta(days=30)),
        *store.ledger.of_child(people["周雨桐"]), *store.ledger.open_follow_ups(),
    ]  # fmt: skip
    for one in listed:
        texts = [one.summary, one.follow_up_note, one.place, *(person.remark for person in one.participants)]
        assert one.id not in secret or not any(texts)
    assert any(one.summary for one in store.ledger.of_child(people["周雨桐"], whole=True) if one.id in secret)


def test_who_opened_a_note_is_kept_until_the_counsellor_saw_it(store: FileStore, records: list[CareRecord]) -> None:
    secret = next(one for one in records if one.confidential)
    store.apply("看", edits.open_note(secret, "陈晓梅", "2026-09-20T08:00", "家长来问"), kind="read")
    (opened,) = store.ledger.opened_unseen()
    assert (opened.user, opened.reason) == ("陈晓梅", "家长来问")
    store.apply("看过", edits.openings_seen([opened]), kind="read")
    assert store.ledger.opened_unseen() == []
    assert [one.seen for one in store.ledger.opened(secret.id)] == [True]
    last = store.last_action()
    assert last is not None and last.label == "记", "a note that was read cannot be made unread"


def test_a_note_that_was_opened_can_be_deleted_and_comes_back_with_who_opened_it(
    store: FileStore, records: list[CareRecord]
) -> None:
    secret = next(one for one in records if one.confidential)
    store.apply("看", edits.open_note(secret, "陈晓梅", "2026-09-20T08:00", "家长来问"), kind="read")
    before = store.ledger.opened(secret.id)
    done = store.apply("删除", edits.delete_care(secret), kind="delete")
    assert store.ledger.record(secret.id) is None
    (line,) = store.past.deleted()
    assert line.table == "care_record"
    assert not store.undo(done.action_id).kept
    assert store.ledger.record(secret.id) == secret
    assert store.ledger.opened(secret.id) == before


def test_a_timeline_has_the_child_alone_and_the_number_of_the_others(
    store: FileStore, people: dict[str, int], records: list[CareRecord]
) -> None:
    for child_id in (people[name] for name in ("周雨桐", "罗子轩", "田小禾")):
        every, seen = store.ledger.of_child(child_id), store.ledger.timeline(child_id)
        assert 0 < len(seen) < len(records)
        assert [one.id for one in seen] == [one.id for one in every]
        for whole, one in zip(every, seen, strict=True):
            assert one.participants == tuple(there for there in whole.participants if there.child_id == child_id)
            assert store.ledger.how_many(one.id) == len(whole.participants)
            assert replace(one, participants=()) == replace(whole, participants=())
