"""The one door for background work: answers on the window's thread, cancel, one job at a time."""

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from app.store import Cancelled, DiskFull, Progress
from ui.work import Busy, Work


def test_a_job_answers_on_the_thread_that_asked(qtbot: QtBot) -> None:
    work, seen = Work(), []

    def job(progress: Progress) -> int:
        progress(1, 2)
        seen.append(threading.current_thread() is threading.main_thread())
        return 7

    with qtbot.waitSignals([work.moved, work.ended]):
        work.run_alone(job, lambda n: seen.append((n, threading.current_thread() is threading.main_thread())))
    assert seen == [False, (7, True)]
    assert not work.busy


def test_one_job_at_a_time(qtbot: QtBot) -> None:
    work = Work()
    go = threading.Event()
    with qtbot.waitSignal(work.ended):
        work.run_alone(lambda _progress: go.wait(5), lambda _ok: None)
        with pytest.raises(Busy):
            work.run_alone(lambda _progress: None, lambda _ok: None)
        go.set()


def test_cancel_stops_the_job_at_its_next_step(qtbot: QtBot) -> None:
    work, done = Work(), []

    def job(progress: Progress) -> None:
        for step in range(1000):
            progress(step, 1000)
            time.sleep(0.005)

    errors: list[Exception] = []
    with qtbot.waitSignal(work.cancelled) as heard:
        work.run_alone(job, done.append, errors.append, "导入")
        qtbot.waitUntil(lambda: work.busy)
        work.cancel()
    assert heard.args == ["导入"]
    assert done == []
    assert isinstance(errors[0], Cancelled)


def test_an_error_reaches_the_window_when_the_caller_has_no_answer(qtbot: QtBot) -> None:
    work = Work()

    def job(_progress: Progress) -> None:
        raise DiskFull

    with qtbot.waitSignal(work.failed) as heard:
        work.run_alone(job, lambda _ok: None)
    assert heard.args is not None and isinstance(heard.args[0], DiskFull)


def test_what_broke_a_job_is_in_the_log_even_if_the_caller_words_it(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    work, told = Work(), []
    with qtbot.waitSignal(work.ended):
        work.run_alone(lambda _progress: [][0], lambda _ok: None, told.append)
    assert isinstance(told[0], IndexError)
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [IndexError]
