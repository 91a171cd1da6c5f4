"""A teacher's slip keyed in, and scanned pages looked through: what it costs in keys, and that nothing is booked twice."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

from app import edits
from app.batch import FilledRow, Prefilled, Wanted
from app.batch_cells import MINUTES, NOTE, WAY
from app.care import NOT_REACHED, REACHED
from app.edits import Told
from app.slips.pile import PageRead, prefilled
from app.slips.weekly import due_for, week_slips
from db.store import FileStore
from tests.ui.batch.conftest import CALL, CONTROL, MONDAY, TODAY, Hand, Open, opened, record, states
from tests.ui.children.conftest import AWAY, _facts
from ui.batch.shown import row_id
from ui.paper.slip import slip_job, slip_records
from ui.window import Window

ENTER, TAB, V, X = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_V, Qt.Key.Key_X
PILE, MINUTES_FOR_IT = 40, 15
"""a-term-in-the-office.md: 40 slips in 15 min."""
KEYS_A_SECOND = 2.5
"""An unhurried typist: 30 words a minute."""
FINDS_THE_PAPER = 4.0
"""Seconds to turn to the next slip and read it."""


def cutting() -> bytes:
    picture = QImage(400, 40, QImage.Format.Format_Grayscale8)
    picture.fill(200)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(content.data())


@pytest.fixture
def mentor(store: FileStore, ids: dict[str, int]) -> int:
    """A mentor with seven children, each owed a talk, two of them also a call to the parents."""
    staff = store.apply("添加", edits.add_staff("张敏")).ids["staff"]
    names = ["罗子轩", "周雨桐", "麻金凤", "冉雪梅", "解志强"]
    for name in ("石榴花", "龙鲍"):
        family = edits.add_child(_facts(name, "女"), ids["三（1）班"], date(2026, 9, 1), by="陈晓梅", family=AWAY)
        ids[name] = store.apply(f"添加{name}", family).ids["child"]
        names.append(name)
    for name in names:
        pairing = edits.pair(ids[name], "mentor", date(2026, 9, 1), store.snapshot().pairings, staff_id=staff)
        store.apply("结对", pairing)
    mine = [ids[name] for name in names]
    record(store, Told("carer_contact", date(2026, 11, 10), staff_id=staff), *mine)
    record(store, Told("parent_contact", date(2026, 11, 11), staff_id=staff), *mine[:5])
    return staff


def test_forty_slips_of_seven_children_take_fifteen_minutes(
    mentor: int, window: Window, hand: Hand, store: FileStore
) -> None:
    page = opened(window, Wanted(staff_id=mentor, week=MONDAY))
    rows = list(page.board.sheet.rows)
    assert (len({child for child, _kind in rows}), len(rows)) == (7, 9)
    # A slip as it comes back: the day once at the top, a tick each, one not reached, the minutes of two.
    hand.press(V, TAB, TAB)
    hand.write("23")
    hand.press(ENTER)
    for number in range(1, len(rows)):
        hand.press(X if number == 4 else V)
        if number in (2, 6):
            while page.grid.here()[1] != MINUTES:
                hand.press(TAB)
            hand.write("12")
        hand.press(ENTER)
    hand.press(ENTER, with_=CONTROL)
    hand.press(Qt.Key.Key_PageDown, with_=CONTROL)
    seconds = hand.keys / KEYS_A_SECOND + FINDS_THE_PAPER
    assert seconds * PILE <= MINUTES_FOR_IT * 60, f"{hand.keys} keys for {len(rows)} rows"
    booked = [one for one in store.ledger.between(MONDAY, TODAY) if one.staff_id == mentor]
    assert len(booked) == len(rows) and {one.day for one in booked} == {MONDAY}
    assert sum(one.outcome == NOT_REACHED for one in booked) == 1


def test_a_stored_slip_keeps_its_rows(mentor: int, window: Window, hand: Hand) -> None:
    page = opened(window, Wanted(staff_id=mentor, week=MONDAY))
    before = list(page.board.sheet.rows)
    hand.press(V)
    hand.press(ENTER, with_=CONTROL)
    assert list(page.board.sheet.rows) == before, "what is done does not vanish from the slip"
    assert states(page)[0] == "已存"


def page_of(mentor: int, ids: dict[str, int], code: str = "7KQ2WXYZ", **more: object) -> Prefilled:
    rows = (
        FilledRow(ids["罗子轩"], "talk", REACHED, minutes=12, source=f"slip:{code}:0:talk", picture=cutting()),
        FilledRow(ids["周雨桐"], "talk", NOT_REACHED, source=f"slip:{code}:1:talk"),
        FilledRow(ids["周雨桐"], CALL, REACHED, doubtful=True, source=f"slip:{code}:1:{CALL}", picture=cutting()),
        FilledRow(ids["麻金凤"], "talk", "", source=f"slip:{code}:2:talk"),
    )
    return Prefilled(rows, MONDAY, mentor, None, code, **more)  # type: ignore[arg-type]


def test_a_scanned_page_opens_ticked_and_books_nothing_by_itself(
    mentor: int, window: Window, ids: dict[str, int], store: FileStore, hand: Hand
) -> None:
    page = opened(window, page_of(mentor, ids))
    assert states(page) == ["填好了", "填好了", "看一眼", ""]
    assert page.desk.head.heading.text() == "张敏老师的单子有 1 格要看一眼"
    assert page.grid.here() == (row_id((ids["周雨桐"], CALL)), WAY), "the cursor stands where somebody must look"
    assert store.ledger.between(MONDAY, TODAY) == []
    tall, plain = (page.grid.rowHeight(line) for line in (0, 1))
    assert tall > plain + 20, "the handwriting stands beneath its row"
    hand.press(ENTER, with_=CONTROL)
    assert len(store.ledger.between(MONDAY, TODAY)) == 2 and states(page) == ["已登记", "已登记", "看一眼", ""]
    hand.press(Qt.Key.Key_Space)
    hand.press(ENTER, with_=CONTROL)
    booked = {one.source: one for one in store.ledger.between(MONDAY, TODAY)}
    assert set(booked) == {"slip:7KQ2WXYZ:0:talk", "slip:7KQ2WXYZ:1:talk", f"slip:7KQ2WXYZ:1:{CALL}"}
    first = booked["slip:7KQ2WXYZ:0:talk"]
    assert (first.minutes, first.staff_id, first.day) == (12, mentor, TODAY)
    assert page.scope is not None and page.scope.page is None, "the page is done with and the teacher's week stands there"


def test_a_page_read_twice_books_nothing_twice_and_an_undo_frees_its_boxes(
    mentor: int, window: Window, ids: dict[str, int], store: FileStore, hand: Hand
) -> None:
    page = opened(window, page_of(mentor, ids))
    hand.press(X)
    hand.press(ENTER, with_=CONTROL)
    page = opened(window, page_of(mentor, ids))
    assert states(page) == ["已登记", "已登记", "已登记", ""]
    assert page.desk.go.label() == "这张单子好了"
    hand.press(Qt.Key.Key_F2)
    assert states(page)[0] == "已登记"
    page._session.undo()
    assert states(page) == ["填好了", "填好了", "填好了", ""]
    hand.press(ENTER, with_=CONTROL)
    assert len(store.ledger.between(MONDAY, TODAY)) == 3


def test_what_was_keyed_by_hand_before_is_not_booked_from_the_scan(
    mentor: int, window: Window, ids: dict[str, int], store: FileStore
) -> None:
    record(store, Told("talk", MONDAY, minutes=5), ids["罗子轩"])
    page = opened(window, page_of(mentor, ids))
    assert states(page)[0] == "已存"
    assert (ids["罗子轩"], "talk") not in page.board.sheet.ready()


def test_a_pile_opens_page_after_page(
    mentor: int, window: Window, ids: dict[str, int], store: FileStore, hand: Hand
) -> None:
    second, third = page_of(mentor, ids, "8LR3WXYZ"), page_of(mentor, ids, "9MS4WXYZ")
    page = opened(window, page_of(mentor, ids, more=(second, third)))
    for code in ("7KQ2WXYZ", "8LR3WXYZ", "9MS4WXYZ"):
        assert page.scope is not None and page.scope.page is not None and page.scope.page.code == code
        if code == "7KQ2WXYZ":
            hand.press(Qt.Key.Key_Space)
        # On the others that call is recorded already; what reached nobody is tried once more.
        hand.press(ENTER, with_=CONTROL)
    assert page.scope is not None and page.scope.page is None
    assert len(store.ledger.between(MONDAY, TODAY)) == 5


def test_an_unfinished_page_survives_with_its_pictures(
    mentor: int, window: Window, open_window: Open, ids: dict[str, int], hand: Hand
) -> None:
    page = opened(window, page_of(mentor, ids, more=(page_of(mentor, ids, "8LR3WXYZ"),)))
    page.grid.edit_cell(row_id((ids["罗子轩"], "talk")), NOTE)
    hand.write("ok")
    window.close()
    page._session.drafts.flush()
    fresh = opened(open_window(), None)
    assert fresh.resume()
    assert fresh.scope is not None and fresh.scope.page == page_of(mentor, ids, more=(page_of(mentor, ids, "8LR3WXYZ"),))
    assert [key for key, _words in fresh.board.choices.whose(TODAY)][:2] == ["page:7KQ2WXYZ:1", "page:8LR3WXYZ:1"]
    assert fresh.grid._cells.look(fresh.grid.model().index(0, 0)).picture is not None


def test_a_slip_that_was_printed_gives_its_rows_and_the_names_of_its_boxes(
    mentor: int, window: Window, ids: dict[str, int], store: FileStore, hand: Hand
) -> None:
    snapshot, due = store.snapshot(), due_for(store.snapshot(), store.ledger, MONDAY, TODAY)
    assert due is not None
    slips = [one for one in week_slips(due, store.ledger, MONDAY) if one.staff is not None and one.staff.id == mentor]
    job = slip_job(slips, snapshot, TODAY, MONDAY)
    store.apply("印", slip_records(job, (), datetime(2026, 11, 23, 8)), kind="print")
    page = opened(window, Wanted(staff_id=mentor, week=MONDAY))
    on_paper = [(one.child.id, errand.kind) for slip in slips for one in slip.children for errand in one.errands]
    assert list(page.board.sheet.rows) == on_paper
    hand.press(V)
    hand.press(ENTER, with_=CONTROL)
    (made,) = store.ledger.between(MONDAY, TODAY)
    assert made.source.startswith("slip:") and states(page)[0] == "已登记"
    scanned = prefilled([PageRead("slip.png", slip=one) for one in store.ledger.slips(MONDAY) if one.staff_id == mentor])
    assert scanned is not None
    assert states(opened(window, scanned))[0] == "已登记", "what was keyed in is not booked from the scan"
