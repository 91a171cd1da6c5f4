"""The county sends its own form: the clerk puts it in, looks it through, and sends it back filled, by keys and clicks."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt

from app.ports import Disk
from tests.db.templates.county_forms import list_form
from tests.journeys.clerk import Clerk
from ui.templates.page import TemplatesPage


def test_from_the_roster_to_the_filled_form(clerk: Clerk, folder: Path, disk: Disk, tmp_path: Path) -> None:
    empty, filled = tmp_path / "××县信息登记表.xlsx", tmp_path / "交上去.xlsx"
    empty.write_bytes(list_form())
    clerk.starts(folder)
    clerk.press("试用示例学校")
    clerk.leaves_today()
    clerk.waits("儿童名册")

    # From the export of the roster she goes on to the county's own form.
    clerk.control(Qt.Key.Key_E)
    clerk.press("县里有自己的表？填县里的表")
    clerk.waits("县里的表，放一次，以后自动填")
    clerk.will_open(empty)
    clerk.key(Qt.Key.Key_Return)
    clerk.waits("认出 17 处")
    assert clerk.reads("××县信息登记表")
    clerk.look("1-marks")

    # She wants 家庭住址 to be the address of the family, by keys alone.
    page = clerk.window.page
    assert isinstance(page, TemplatesPage)
    for _step in range(2):
        clerk.key(Qt.Key.Key_Down)
    for _step in range(6):
        clerk.key(Qt.Key.Key_Right)
    clerk.waits("填：现住址")
    clerk.write("jiatingdizhi")
    clerk.key(Qt.Key.Key_Return)
    clerk.waits("填：家庭地址")
    clerk.waits("记下了，Ctrl+Z 撤回")
    clerk.control(Qt.Key.Key_Z)
    clerk.waits("填：现住址")

    # One button, one file.
    clerk.control(Qt.Key.Key_Return)
    clerk.waits("填好")
    clerk.will_save(filled)
    clerk.control(Qt.Key.Key_E)
    clerk.waits("存在：", "交上去.xlsx")
    clerk.look("2-filled")
    assert clerk.window.session.store.last_action() is not None
    sheet = openpyxl.load_workbook(filled)["花名册"]
    scope = page.shelf.panel.chosen_scope()
    count = len(scope.children)
    assert count > 50
    names = {sheet[f"B{row}"].value for row in range(5, 5 + count)}
    assert names == {child.name for child in scope.children}
    assert sheet[f"A{5 + count}"].value == "合计" and sheet[f"C{5 + count}"].value == f"共{count}人"
    assert all("*" in str(sheet[f"F{row}"].value or "*") for row in range(5, 5 + count))

    # The form is there the next day.
    clerk.leaves()
    clerk.starts(folder)
    clerk.waits("儿童名册")
    clerk.leaves_today()
    clerk.control(Qt.Key.Key_E)
    clerk.press("县里有自己的表？填县里的表")
    clerk.waits("××县信息登记表")
