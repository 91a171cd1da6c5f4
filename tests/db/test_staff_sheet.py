"""The staff typed and pasted in one sheet, carried out on a real file."""

from collections.abc import Iterable
from datetime import date

import pytest

from app import edits
from app.periods import latest
from app.school import Snapshot
from app.staff_cells import GROUP
from app.staff_sheet import StaffSheet
from db.store import FileStore

TODAY, LATER = date(2026, 9, 3), date(2026, 11, 24)


def teacher(snapshot: Snapshot, number: int, day: date = TODAY, year: int = 2024) -> str:
    """The name of the class teacher of 三（number）班."""
    one = next(one for one in snapshot.classes if (one.entry_year, one.number) == (year, number))
    now = latest(one.teachers, day)
    return next((staff.name for staff in snapshot.staff if now and staff.id == now.staff_id), "")


def written(store: FileStore, sheet: StaffSheet) -> Snapshot:
    assert sheet.mistakes() == {}
    store.apply("修改老师名单", sheet.changes())
    sheet.forget()
    sheet.show(store.snapshot(), TODAY)
    return store.snapshot()


@pytest.fixture
def sheet(store: FileStore) -> StaffSheet:
    """Two teachers, the first with a class."""
    for name, phone in (("李秀兰", "13900467715"), ("龙大山", "")):
        store.apply("添加", edits.add_staff(name, phone))
    store.apply("班级", edits.add_class("primary", 2024, 1))
    snapshot = store.snapshot()
    store.apply("班主任", edits.set_class_teacher(snapshot.classes[0], snapshot.staff[0].id, TODAY))
    return StaffSheet(store.snapshot(), TODAY)


def lines(text: str) -> Iterable[list[str]]:
    return [line.split("|") for line in text.splitlines()]


def test_the_sheet_shows_everybody_and_a_row_to_type_into(sheet: StaffSheet) -> None:
    assert [list(cells.values()) for cells in sheet.rows().values()] == [
        ["李秀兰", "139 0046 7715", "", "三（1）班", "", ""], ["龙大山", *[""] * 5], [""] * 6]  # fmt: skip


def test_a_new_teacher_with_a_new_class_and_a_known_class_taken_over(store: FileStore, sheet: StaffSheet) -> None:
    sheet.write(-1, "name", " 石 建军 ")
    sheet.write(-1, "classes", "三2班")
    sheet.write(2, "classes", "3.1")
    assert sheet.new_classes() == ["三（2）班"]
    assert sheet.text(1, "classes") == "", "the class that is taken over leaves its row"
    before = store.snapshot()
    after = written(store, sheet)
    assert (teacher(after, 1), teacher(after, 2)) == ("龙大山", "石 建军")
    store.undo(store.last_action().id)  # type: ignore[union-attr]
    assert store.snapshot() == before


def test_a_change_of_class_teacher_leaves_the_past(store: FileStore, sheet: StaffSheet) -> None:
    later = StaffSheet(store.snapshot(), LATER)
    later.write(2, "classes", "三（1）班")
    store.apply("班主任", later.changes())
    after = store.snapshot()
    assert [teacher(after, 1, day) for day in (TODAY, date(2026, 11, 23), LATER)] == ["李秀兰", "李秀兰", "龙大山"]
    later = StaffSheet(after, LATER)
    later.write(2, "classes", "")
    store.apply("班主任", later.changes())
    assert teacher(store.snapshot(), 1, LATER) == ""


def test_a_list_with_titles_is_taken_in_any_order_and_twice_changes_nothing(store: FileStore, sheet: StaffSheet) -> None:
    block = lines("班级|班主任|联系电话\n三（1）班|李秀兰|13812345678\n三（2）班|石建军|07430036128\n|\n四（1）班|田小禾|")
    sheet.paste(1, "name", list(block))
    assert len(sheet.new_rows()) == 2
    assert sheet.new_classes() == ["三（2）班", "四（1）班"]
    after = written(store, sheet)
    assert [one.name for one in after.staff] == ["李秀兰", "龙大山", "石建军", "田小禾"]
    assert after.staff[0].phone == "13812345678"
    assert (teacher(after, 1), teacher(after, 2), teacher(after, 1, year=2023)) == ("李秀兰", "石建军", "田小禾")
    sheet.paste(1, "name", list(block))
    assert sheet.words() == {}


def test_without_titles_a_block_goes_where_the_cursor_is_and_renames_nobody(sheet: StaffSheet) -> None:
    sheet.paste(1, "name", list(lines("石建军|13812345678\n龙大山|13812345679")))
    assert sheet.text(1, "name") == "李秀兰"
    assert (sheet.text(-1, "name"), sheet.text(-1, "phone")) == ("石建军", "138 1234 5678")
    assert sheet.text(2, "phone") == "138 1234 5679"
    sheet.paste(1, "phone", list(lines("13812345670\n13812345671")))
    assert (sheet.text(1, "phone"), sheet.text(2, "phone")) == ("138 1234 5670", "138 1234 5671")


def test_every_cell_says_why_it_cannot_be(sheet: StaffSheet) -> None:
    sheet.write(-1, "phone", "问校长")
    sheet.write(2, "name", "李秀兰")
    sheet.write(2, "classes", "快乐班")
    sheet.write(-2, "name", "甲")
    sheet.write(-2, "classes", "三（2）班")
    sheet.write(-3, "name", "乙")
    sheet.write(-3, "classes", "三2班")
    assert sheet.mistakes() == {
        (-1, "name"): "empty", (-1, "phone"): "not_a_phone", (2, "name"): "twice", (2, "classes"): "not_a_class",
        (-3, "classes"): "taken"}  # fmt: skip


def test_a_draft_is_taken_up_without_those_who_left(store: FileStore, sheet: StaffSheet) -> None:
    sheet.write(-1, "name", "石建军")
    sheet.write(2, "duties", "语文")
    words = sheet.words()
    snapshot = store.snapshot()
    store.apply("离校", edits.staff_left(snapshot.staff[1], TODAY, snapshot.classes))
    again = StaffSheet(store.snapshot(), TODAY)
    again.take(words)
    assert again.new_rows() == [-1]
    assert again.cells() == {}


def test_sex_and_village_are_typed_and_pasted_by_their_titles(store: FileStore, sheet: StaffSheet) -> None:
    sheet.paste(1, "name", list(lines("姓名|住址|性别\n李秀兰|大坪村|女\n石建军|青石坪村|男")))
    after = written(store, sheet)
    assert [(one.name, one.sex, one.village) for one in after.staff] == [
        ("李秀兰", "女", "大坪村"), ("龙大山", "", ""), ("石建军", "男", "青石坪村")]  # fmt: skip
    sheet.write(2, "sex", "先生")
    assert sheet.mistakes() == {(2, "sex"): "not_a_choice"}


def test_the_leading_group_is_pasted_by_name_and_has_nobody_new(store: FileStore, sheet: StaffSheet) -> None:
    group = StaffSheet(store.snapshot(), TODAY, GROUP, grows=False)
    assert list(group.rows()) == [1, 2]
    group.paste(1, "name", list(lines("姓名|组内职务|分管的事\n龙大山|组长|全面负责\n田小禾|组员|后勤")))
    group.paste(1, "group_role", list(lines("副组长|家访\n|管心理\n组员|多出来的一行")))
    assert group.new_rows() == [] and group.mistakes() == {}
    after = written(store, group)
    assert [(one.name, one.group_role, one.group_duty) for one in after.staff] == [
        ("李秀兰", "副组长", "家访"), ("龙大山", "", "管心理")]  # fmt: skip
    store.undo(store.last_action().id)  # type: ignore[union-attr]
    assert all(not one.group_role for one in store.snapshot().staff)
