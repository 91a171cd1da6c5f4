"""Trying the sample school: marked on every page, as good as a real one, thrown away with one click."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt

from tests.journeys.clerk import SCHOOL, Clerk
from ui import start

MARK = "这是示例学校，数据都是编的"


def test_the_sample_is_tried_and_thrown_away(clerk: Clerk, folder: Path, tmp_path: Path) -> None:
    clerk.starts(folder)
    clerk.press("试用示例学校")
    for spec in start.load_pages():
        clerk.window.go(spec.key)
        assert clerk.reads(MARK), spec.key
        clerk.look(f"sample-{spec.key}")
    clerk.window.go("roster")
    left = clerk.roster.list.segments.button("left_behind").count
    assert left and left >= 40

    clerk.control(Qt.Key.Key_P)
    clerk.will_save(tmp_path / "随身卡.pdf")
    clerk.control(Qt.Key.Key_E)
    clerk.waits("存好了")
    assert (tmp_path / "随身卡.pdf").read_bytes().startswith(b"%PDF")
    clerk.key(Qt.Key.Key_Escape)
    clerk.will_save(tmp_path / "花名册.xlsx")
    clerk.control(Qt.Key.Key_E)
    clerk.press(f"导出 {left} 人")
    clerk.waits("名册存好了")
    numbers = [row[0] for row in openpyxl.load_workbook(tmp_path / "花名册.xlsx").worksheets[0].values]
    assert sum(str(number).isdigit() for number in numbers) == left

    clerk.control(Qt.Key.Key_L)
    assert clerk.reads("示例学校没有密码，不用锁")
    clerk.leaves()
    clerk.starts(folder)
    assert clerk.reads(MARK), "the sample is there again, without a password"
    clerk.press("清掉示例，开始建自己的学校")
    assert not clerk.shell.sample_vault().exists()
    clerk.opens_new_school()
    assert not clerk.reads(MARK)
    assert clerk.reads("先把孩子的名字放进来")
    assert clerk.window.session.snapshot.school.name == SCHOOL
    assert clerk.window.session.snapshot.children == {}
