"""The data key opens by each user's password and by the printed code, and by nothing else."""

from pathlib import Path

import pytest

from app.store import MissingSlots, WrongPassword, WrongRecoveryCode
from db import keys
from db.keys import LOW_COST, Slots
from db.tries import Tries, wait_after


def slots_of(key: bytes, code: str) -> Slots:
    recovery = keys.wrap(keys.RECOVERY, "", keys.plain_code(code), key, LOW_COST)
    return Slots("青山小学", False, b"s" * 16, (recovery,)).with_password("张老师", "密码𠮷1", key, LOW_COST)


def test_password_and_code_open_and_nothing_else_does() -> None:
    key, code = keys.new_key(), keys.new_code()
    slots = keys.decode(keys.encode(slots_of(key, code)))
    assert slots.users() == ["张老师"]
    assert slots.by_password("张老师", "密码𠮷1") == key
    assert slots.by_password("", "密码𠮷1") == key
    assert slots.by_code(code) == key
    for user, password in (("张老师", "密码𠮷2"), ("张老师", ""), ("李老师", "密码𠮷1"), ("张老师", code)):
        assert slots.by_password(user, password) is None
    with pytest.raises(WrongRecoveryCode):
        slots.by_code(keys.new_code())


def test_a_new_password_shuts_the_old_one_out_and_leaves_the_code() -> None:
    key, code = keys.new_key(), keys.new_code()
    slots = slots_of(key, code).with_password("张老师", "新", key, LOW_COST)
    assert slots.by_password("张老师", "密码𠮷1") is None
    assert slots.by_password("张老师", "新") == key
    assert slots.without("张老师").users() == []
    assert slots.without("张老师").by_code(code) == key


def test_the_code_is_forgiving_of_how_it_is_typed() -> None:
    code = keys.new_code()
    plain = code.replace("-", "")
    assert len(plain) == 32
    assert [len(group) for group in code.split("-")] == [4] * 8
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in plain)
    misread = plain.replace("O", "0").replace("I", "1").replace("B", "8")
    for typed in (code.lower(), f"  {code} ", code.replace("-", " "), plain, wide, misread, code.replace("-", "—")):
        assert keys.plain_code(typed) == plain
    for typed in ("", "ABCD", plain[:-1], plain + "A", plain[:-1] + "9", "中文"):
        with pytest.raises(WrongRecoveryCode):
            keys.plain_code(typed)


def test_the_real_cost_is_the_measured_one() -> None:
    assert keys.Cost(passes=3, memory=64 * 1024, lanes=1) == keys.FULL_COST
    slot = keys.wrap(keys.USER, "张老师", "密码", b"k" * 32, keys.FULL_COST)
    assert keys.unwrap(slot, "密码") == b"k" * 32


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"format": 1, "slots": []}', b"\xff\xfe", b"null"])
def test_what_is_no_key_file_is_missing_slots(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "qianshou.keys"
    with pytest.raises(MissingSlots):
        keys.read(path)
    path.write_bytes(content)
    with pytest.raises(MissingSlots):
        keys.read(path)


def test_wrong_tries_wait_longer_and_longer_whoever_asks(tmp_path: Path) -> None:
    assert [wait_after(wrong) for wrong in range(1, 11)] == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    now = 1000.0
    tries = Tries(tmp_path / "tries", lambda: now)
    assert [tries.wrong("张老师").wait_seconds for _ in range(4)] == [0, 0, 1, 2]
    again = Tries(tmp_path / "tries", lambda: now)
    with pytest.raises(WrongPassword) as held:
        again.hold("张老师")
    assert held.value.wait_seconds == 2
    again.hold("李老师")
    now += 2
    again.hold("张老师")
    again.right("张老师")
    assert tries.wrong("张老师").wait_seconds == 0


def test_a_clock_put_back_does_not_lock_out(tmp_path: Path) -> None:
    now = 1_000_000.0
    tries = Tries(tmp_path / "tries", lambda: now)
    for _ in range(6):
        tries.wrong("张老师")
    now -= 400 * 86_400
    with pytest.raises(WrongPassword):
        tries.hold("张老师")
    now += 8
    tries.hold("张老师")
