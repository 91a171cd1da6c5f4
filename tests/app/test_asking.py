"""可以问问: what earlier talks left open, never from a confidential note."""

from dataclasses import replace
from datetime import date

from app.asking import LOW_MOOD, Topic, clauses, topics
from app.care import CareRecord

DAY = date(2026, 11, 24)


def record(number: int, day: date, summary: str = "", **more: object) -> CareRecord:
    return replace(CareRecord(number, "family_call", day, summary=summary), **more)  # type: ignore[arg-type]


def test_only_what_one_would_ask_after() -> None:
    assert clauses("通话 12 分钟，想家，膝盖摔破了。说期中想考好；声音小") == ["想家", "膝盖摔破了", "说期中想考好"]
    assert clauses("都好") == []


def test_open_follow_ups_come_first_and_each_thing_once() -> None:
    records = [
        record(5, date(2026, 11, 20), "膝盖还疼", mood="low"),
        record(4, date(2026, 11, 10), follow_up=date(2026, 11, 26), follow_up_note="补办医保卡"),
        record(3, date(2026, 11, 9), "膝盖还疼", follow_up=date(2026, 11, 25), follow_up_note="问奶奶腿伤"),
        record(2, date(2026, 11, 8), follow_up=date(2026, 11, 9), follow_up_note="问过了的", followed_up=DAY),
        record(1, date(2026, 3, 1), "弟弟生病"),
    ]
    assert topics(records, DAY, 9) == [
        Topic("问奶奶腿伤", date(2026, 11, 9), date(2026, 11, 25)),
        Topic("补办医保卡", date(2026, 11, 10), date(2026, 11, 26)),
        Topic("膝盖还疼", date(2026, 11, 20)), Topic(LOW_MOOD, date(2026, 11, 20)),
    ]  # fmt: skip
    assert len(topics(records, DAY)) == 3


def test_confidential_notes_and_tries_say_nothing() -> None:
    secret = record(1, DAY, "被打了，哭", confidential=True, mood="low", follow_up=DAY, follow_up_note="看伤")
    tried = record(2, DAY, "没人接，奶奶说在医院", outcome="not_reached")
    check = record(3, DAY, "镇卫生院来校体检：牙", kind="health_check")
    assert topics([secret, tried, check], DAY) == []


def test_a_note_to_try_again_is_nothing_to_ask_after() -> None:
    for number, note in enumerate(("再打一次", "再试一次", "改天再打", "明天再联系", "重新打电话"), 1):
        assert topics([record(number, DAY, follow_up=DAY, follow_up_note=note)], DAY) == [], note
    assert topics([record(9, DAY, follow_up=DAY, follow_up_note="再问问腿伤")], DAY) != []
