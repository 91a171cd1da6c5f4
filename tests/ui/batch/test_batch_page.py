"""A class's week keyed in by hand: one letter a call, the rest follows; stored in one action, nothing twice, nothing lost."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.batch import Wanted
from app.batch_cells import DAY, MINUTES, NOTE, WAY, WHOM
from app.care import NOT_REACHED
from app.edits import Told
from db.store import FileStore
from tests.ui.batch.conftest import CALL, CONTROL, MONDAY, TODAY, Hand, Open, focused, opened, record, states
from ui.batch.page import BatchPage
from ui.batch.shown import row_id
from ui.paper.print_page import PrintPage
from ui.pieces.fields import ComboField
from ui.pieces.phrase_line import PhraseLine
from ui.window import Window

ENTER, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down


def name_of(page: BatchPage) -> str:
    """The child with the cursor."""
    return page.grid.values(page.grid.here()[0])["who"]


def choose(field: ComboField, key: str) -> None:
    """Pick a line of a drop-down."""
    field.setFocus()
    while field.value() != key:
        before = field.value()
        QTest.keyClick(field.editor, DOWN)
        assert field.value() != before, f"{key} is not offered"
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)


def here(page: BatchPage, child: int, cell: str, kind: str = CALL) -> None:
    page.grid.edit_cell(row_id((child, kind)), cell)


def test_one_letter_a_call_and_one_action_for_the_class(
    page: BatchPage, hand: Hand, ids: dict[str, int], store: FileStore
) -> None:
    assert page.desk.head.heading.text() == "三（1）班还有 2 个孩子没记"
    assert (name_of(page), page.grid.here()[1]) == ("罗子轩", WAY), "those at home are not in the list"
    hand.press(Qt.Key.Key_V, ENTER, Qt.Key.Key_X)
    hand.press(ENTER, with_=CONTROL)
    assert hand.keys == 4
    assert states(page) == ["已存", "试过 1 次"]
    first, second = (store.ledger.of_child(ids[name])[0] for name in ("罗子轩", "周雨桐"))
    assert (first.medium, first.outcome, first.relation, first.day) == ("视频", "reached", "父亲", TODAY)
    assert (second.outcome, second.participants[0].child_id) == (NOT_REACHED, ids["周雨桐"])
    action = store.last_action()
    assert action is not None and action.label == "登记三（1）班 2 条亲情电话"
    assert page._session.undo().label == "登记三（1）班 2 条亲情电话"
    assert store.ledger.of_child(ids["罗子轩"]) == []
    assert states(page) == ["填好了", "填好了"], "what was taken back stands there as it was typed"
    page._session.redo()
    assert states(page) == ["已存", "试过 1 次"] and not page.board.sheet.words()


def test_the_cells_of_a_row_by_tab(page: BatchPage, hand: Hand, ids: dict[str, int], store: FileStore) -> None:
    hand.press(Qt.Key.Key_Y, TAB)
    hand.write("m")
    hand.press(TAB)
    hand.write("14")
    hand.press(TAB)
    hand.write("23")
    hand.press(TAB)
    hand.write("ok")
    hand.press(ENTER)
    assert (name_of(page), page.grid.here()[1]) == ("周雨桐", WAY), "Enter goes to the next child, at the beginning"
    hand.press(Qt.Key.Key_V)
    hand.press(ENTER, with_=CONTROL)
    made = store.ledger.of_child(ids["罗子轩"])[0]
    assert (made.medium, made.relation, made.minutes, made.day, made.summary) == ("电话", "母亲", 14, MONDAY, "ok")
    assert store.ledger.of_child(ids["周雨桐"])[0].day == MONDAY, "the day goes down by itself"


def test_d_and_control_d_do_as_above(page: BatchPage, hand: Hand, ids: dict[str, int]) -> None:
    hand.press(Qt.Key.Key_Y, ENTER, Qt.Key.Key_D)
    assert page.grid.values(row_id((ids["周雨桐"], CALL)))[WAY] == "语音"
    here(page, ids["罗子轩"], NOTE)
    hand.write("ok")
    hand.press(ENTER)
    here(page, ids["周雨桐"], NOTE)
    hand.press(Qt.Key.Key_D, with_=CONTROL)
    assert page.grid.values(row_id((ids["周雨桐"], CALL)))[NOTE] == "ok"


def test_letters_work_with_chinese_input_and_only_in_their_cell(page: BatchPage, ids: dict[str, int]) -> None:
    commit = QInputMethodEvent()
    commit.setCommitString("v")
    QApplication.sendEvent(page.grid, commit)
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))[WAY] == "视频"
    here(page, ids["罗子轩"], NOTE)
    commit.setCommitString("妈妈问成绩")
    QApplication.sendEvent(page.grid, commit)
    page.grid.finish_typing()
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))[NOTE] == "妈妈问成绩"


def test_what_is_wrong_gets_the_cursor_and_says_what_to_do(page: BatchPage, hand: Hand, store: FileStore) -> None:
    hand.press(Qt.Key.Key_V, TAB, TAB)
    hand.write("ab")
    hand.press(ENTER)
    assert page.desk.go.label() == "先改 1 格" and states(page)[0] == "改一下"
    hand.press(ENTER, with_=CONTROL)
    assert page.grid.here()[1] == MINUTES and page.desk.hint.text() == "分钟写数字，最多 600"
    hand.write("9")
    hand.press(ENTER)
    assert page.desk.go.label() == "存下 1 条"


def test_what_the_ledger_has_is_said_not_stored_again_and_passed_over(
    window: Window, ids: dict[str, int], store: FileStore, hand: Hand
) -> None:
    record(store, Told(CALL, MONDAY, medium="视频", relation="母亲", minutes=9, summary="好"), ids["罗子轩"])
    record(store, Told(CALL, MONDAY, NOT_REACHED), ids["周雨桐"])
    page = opened(window, None)
    assert states(page) == ["已存", "试过 1 次"] and name_of(page) == "周雨桐"
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))[WHOM] == "妈妈"
    hand.press(Qt.Key.Key_V)
    hand.press(ENTER, with_=CONTROL)
    assert len(store.ledger.of_child(ids["罗子轩"])) == 1
    assert states(page) == ["已存", "已存"] and page.desk.head.heading.text() == "三（1）班都记了"
    assert not page.desk.go.isEnabled()


def test_f2_records_one_more_beside_what_is_stored(
    window: Window, ids: dict[str, int], store: FileStore, hand: Hand
) -> None:
    record(store, Told(CALL, MONDAY, medium="视频"), ids["罗子轩"])
    page = opened(window, None)
    here(page, ids["罗子轩"], WAY)
    hand.press(Qt.Key.Key_V)
    assert not page.board.sheet.ready()
    hand.press(Qt.Key.Key_F2)
    hand.press(Qt.Key.Key_Y)
    hand.press(ENTER, with_=CONTROL)
    assert [one.medium for one in store.ledger.of_child(ids["罗子轩"])] == ["电话", "视频"]
    assert states(page)[0] == "已存"


def test_four_weeks_stand_beside_a_name(window: Window, ids: dict[str, int], store: FileStore) -> None:
    week = timedelta(days=7)
    record(store, Told(CALL, MONDAY - 4 * week, medium="视频"), ids["罗子轩"])
    record(store, Told(CALL, MONDAY - 3 * week, medium="电话"), ids["罗子轩"])
    for back in (2, 1):
        record(store, Told(CALL, MONDAY - back * week, NOT_REACHED), ids["罗子轩"])
    page = opened(window, None)
    assert page.board.sheet.rows[ids["罗子轩"], CALL].marks == ("video", "voice", "run", "run")
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))["past"] == "前 4 周：视频，语音，没通，没通"


def test_another_class_kind_week_and_person(page: BatchPage, hand: Hand, ids: dict[str, int], store: FileStore) -> None:
    staff = page._session.apply("添加", edits.add_staff("彭光明")).ids["staff"]
    choose(page.desk.kind, "talk")
    assert page.desk.letters.accessibleName().startswith("V 谈了，X 没谈成")
    choose(page.desk.week, (MONDAY - timedelta(days=7)).isoformat())
    page.grid.setFocus()
    hand.press(Qt.Key.Key_PageDown, with_=CONTROL)
    assert page.desk.head.heading.text() == "四（1）班还有 3 个孩子没记"
    choose(page.desk.by, str(staff))
    here(page, ids["冉雪梅"], WAY, "talk")
    hand.press(Qt.Key.Key_V)
    hand.press(ENTER, with_=CONTROL)
    made = store.ledger.of_child(ids["冉雪梅"])[0]
    assert (made.kind, made.day, made.staff_id) == ("talk", MONDAY - timedelta(days=3), staff)
    hand.press(Qt.Key.Key_PageUp, with_=CONTROL)
    assert page.scope is not None and (page.scope.kind, page.scope.number) == ("talk", ids["三（1）班"])


def test_phrases_are_offered_and_nothing_typed_is_changed_by_itself(
    window: Window, ids: dict[str, int], store: FileStore, hand: Hand, qtbot: QtBot
) -> None:
    for note in ("妈妈问期中成绩", "妈妈问期中成绩", "妈妈寄了衣服"):
        record(store, Told(CALL, MONDAY - timedelta(days=30), summary=note), ids["田小禾"])
    page = opened(window, None)
    here(page, ids["罗子轩"], NOTE)
    hand.write("m")
    line = focused()
    assert isinstance(line, PhraseLine) and line.offered() == ["妈妈问期中成绩", "妈妈寄了衣服"]
    hand.press(ENTER)
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))[NOTE] == "m", "Enter alone keeps what was typed"
    here(page, ids["罗子轩"], NOTE)
    hand.write("m")
    hand.press(DOWN, DOWN, ENTER)
    assert focused() is not page.grid, "the first Enter only takes the phrase"
    hand.press(ENTER)
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))[NOTE] == "妈妈寄了衣服"


def test_a_block_from_a_spreadsheet_goes_in_as_words(page: BatchPage, ids: dict[str, int]) -> None:
    QGuiApplication.clipboard().setText("视频\t妈妈\t12\t23\t说了成绩\n没通\t爸爸\t\t\t")
    here(page, ids["罗子轩"], WAY)
    page.grid.paste(QGuiApplication.clipboard().text())
    assert states(page) == ["填好了", "填好了"]
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))[DAY] == "11月23日"
    assert page.board.sheet.text((ids["周雨桐"], CALL), WAY) == "missed"


@pytest.mark.parametrize("how", ["another class", "another page", "another window"])
def test_what_was_typed_is_there_after_going_away(
    page: BatchPage, window: Window, open_window: Open, hand: Hand, ids: dict[str, int], how: str
) -> None:
    hand.press(Qt.Key.Key_V, TAB, TAB)
    hand.write("1")
    if how == "another class":
        page.step(1)
        page.step(-1)
    elif how == "another page":
        window.go("roster")
        page = opened(window, None)
    else:
        # As after the lock or the end of the program: another window, which is led back by the draft.
        window.close()
        page._session.drafts.flush()
        page = opened(open_window(), None)
        assert page.resume()
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))[WAY] == "视频"
    assert page.grid.values(row_id((ids["罗子轩"], CALL)))[MINUTES] == "1" or focused().text() == "1"  # type: ignore[attr-defined]
    hand.press(ENTER, with_=CONTROL)
    assert states(page)[0] == "已存"
    assert page._session.drafts.read(page.scope.draft) == {}  # type: ignore[union-attr]


def test_the_empty_form_of_what_is_shown_is_printed(page: BatchPage, window: Window, ids: dict[str, int]) -> None:
    choose(page.desk.kind, "home_visit")
    page.grid.setFocus()
    QTest.mouseClick(page.desk.print, Qt.MouseButton.LeftButton)
    printing = window.page
    assert isinstance(printing, PrintPage) and printing.heading.text() == "打印家访记录：2 份，2 张纸"
    page = opened(window, Wanted(ids["三（1）班"], kind="parent_contact"))
    page.print_out()
    assert printing.heading.text() == "打印联系父母登记表：2 行，1 张纸"


def test_a_class_and_a_teacher_without_anything_to_do_say_so(window: Window, ids: dict[str, int]) -> None:
    page = opened(window, Wanted(staff_id=99, week=MONDAY))
    assert page.desk.head.heading.text().endswith("老师这一周没有要做的")
    assert not page.desk.go.isEnabled()
