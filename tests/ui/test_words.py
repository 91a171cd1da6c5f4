"""Every error has words in Chinese: what happened and what to do; nothing of a child gets into the log."""

import inspect
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import store
from app.tablefile import CannotRead
from ui import log, words

ERRORS = [kind for _name, kind in inspect.getmembers(store, inspect.isclass) if issubclass(kind, store.StoreError)]
BUG = words.wording(RuntimeError("boom"))


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_of_the_store_is_worded(kind: type[store.StoreError]) -> None:
    what, do = words.wording(kind())
    assert what.endswith("。")
    assert do.endswith("。")
    assert (what, do) != BUG


@pytest.mark.parametrize("reason", CannotRead.__doc__.split("of: ")[1].rstrip(".\n ").replace("\n", " ").split(","))  # type: ignore[union-attr]
def test_every_reason_a_file_cannot_be_read_is_worded(reason: str) -> None:
    reason = reason.strip()
    assert reason == "unknown" or words.wording(CannotRead(reason)) != words.wording(CannotRead("unknown"))


def test_a_held_back_password_says_how_long() -> None:
    assert "8 秒" in words.sentence(store.WrongPassword(8.2))
    assert "秒" not in words.sentence(store.WrongPassword())


def test_a_bug_is_owned_up_to() -> None:
    assert "程序出了错" in words.sentence(KeyError("周雨桐"))
    assert "周雨桐" not in words.sentence(KeyError("周雨桐"))


@pytest.fixture
def said() -> Iterator[list[str]]:
    heard: list[str] = []
    hook, root = sys.excepthook, logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield heard
    sys.excepthook = hook
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_an_uncaught_error_is_said_and_logged_without_its_text(said: list[str], tmp_path: Path) -> None:
    log.start(tmp_path / "日志", said.append)
    try:
        raise ValueError("周雨桐 431222201705120023")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    written = (tmp_path / "日志" / "qianshou.log").read_text(encoding="utf-8")
    assert said == [words.sentence(ValueError())]
    assert "ValueError" in written
    assert "test_words.py" in written
    assert "周雨桐" not in written
    assert "4312222" not in written


def test_the_log_does_not_grow_for_ever(said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MOST_BYTES", 200)
    for start in range(4):
        log.start(tmp_path, said.append)
        for line in range(20):
            logging.getLogger("qianshou").error("%s %s", start, line)
        made = logging.getLogger().handlers[-1]
        logging.getLogger().removeHandler(made)
        made.close()
    kept = sorted(tmp_path.iterdir())
    assert [path.name for path in kept] == ["qianshou.log", "qianshou.log.1", "qianshou.log.2"]
    assert all(path.stat().st_size < 500 for path in kept)
    assert ["3 0" in path.read_text(encoding="utf-8") for path in kept] == [True, False, False]


def test_what_was_said_already_is_not_said_twice(said: list[str]) -> None:
    log.catch(said.append)
    error = store.DiskFull()
    sys.excepthook(type(error), error, None)
    error.add_note(log.SAID)
    sys.excepthook(type(error), error, None)
    assert said == [words.sentence(store.DiskFull())]
