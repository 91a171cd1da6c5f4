"""The roster leaves for Excel: masked at once, in full only after a confirmation that names the number."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.paper.stored import opened
from ui.paper.export_roster import ExportRoster
from ui.session import Session
from ui.work import Work


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def window(session: Session, qtbot: QtBot, tmp_path: Path) -> ExportRoster:
    made = ExportRoster(session, session.disk, Work(lambda: session.store))
    made.ask_path = lambda _parent, _suggestion: str(tmp_path / "名册")
    qtbot.addWidget(made)
    made.show()
    return made


def test_masked_in_one_press(window: ExportRoster, qtbot: QtBot, tmp_path: Path) -> None:
    assert window.go.label() == "导出 5 人"
    with qtbot.waitSignal(window.saved):
        window.go.click()
    page = openpyxl.load_workbook(tmp_path / "名册.xlsx").active
    assert page["G5"].value == "433123****\n****0042"
    assert not window.isVisible()


def test_full_needs_the_confirmation(window: ExportRoster, qtbot: QtBot, tmp_path: Path) -> None:
    window.full.click()
    assert window.confirm.text() == "我要导出 5 人的完整身份证号"
    assert not window.go.isEnabled()
    window.export()
    assert not (tmp_path / "名册.xlsx").exists()
    window.confirm.click()
    with qtbot.waitSignal(window.saved):
        window.go.click()
    assert openpyxl.load_workbook(tmp_path / "名册.xlsx").active["G5"].value == "433123201605120042"


def test_all_pupils_have_their_own_title(window: ExportRoster) -> None:
    combo = window.scope.editor
    combo.setCurrentIndex(combo.count() - 1)
    combo.activated.emit(combo.count() - 1)
    assert window.job().all_pupils


def test_a_folder_that_is_gone_is_said(window: ExportRoster, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    window.ask_path = lambda _parent, _suggestion: str(tmp_path / "gone" / "名册.xlsx")
    window.go.click()
    qtbot.waitUntil(lambda: bool(window.notice.text()))
    assert "不能写文件" in window.notice.text()
    assert window.isVisible()
