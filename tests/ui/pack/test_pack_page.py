"""The page of the pack in a real window: what is missing leads there, made and checked, the term closed and corrected."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from app import edits
from app.changes import Update
from app.edits import Told
from app.ports import Disk
from db import pack, pack_zip
from db.store import FileStore
from tests.ui.children.conftest import TODAY
from tests.ui.pack.opened import FIRST
from ui.history import HistoryPage
from ui.pack import making
from ui.pack import page as page_module
from ui.pack.making import Planned
from ui.pack.page import TERM, PackPage
from ui.pack.panel import FOLDER, FULL, ONE_FILE
from ui.pack.part import Lack
from ui.pack.parts import parts
from ui.pack.people import unsigned
from ui.page import PageSpec
from ui.pieces.label import Label
from ui.session import Session
from ui.settings.terms import TermSection
from ui.window import Window
from ui.work import Work

FEW = ("group", "pairs", "duties", "talks", "activity_pictures")
Open = Callable[..., PackPage]


@pytest.fixture
def opened(
    qtbot: QtBot, store: FileStore, disk: Disk, ids: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Open:
    few = [replace(one, lacks=unsigned) if one.key == "duties" else one for one in parts() if one.key in FEW]
    monkeypatch.setattr(making, "parts", lambda: tuple(few))
    assert ids

    def show(today: date = TODAY) -> PackPage:
        session = Session(disk, store, today)
        window = Window(session, Work(lambda: store), [PageSpec("pack", "迎检资料", "folder-archive", PackPage)])
        qtbot.addWidget(window)
        window.resize(1366, 697)
        window.show()
        page = window.page
        assert isinstance(page, PackPage)
        page.panel.put_into(PurePath(tmp_path))
        page._kept_window = window  # type: ignore[attr-defined]
        return page

    return show


def done(page: PackPage, qtbot: QtBot) -> str:
    """What is said when the job is over."""
    qtbot.waitUntil(lambda: not page._work.busy, timeout=20_000)
    return page.panel.said.text.text()


def test_what_is_missing_comes_first_and_leads_there(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    assert page.head.heading.text() == f"还有 {page.list.lack_count()} 样没齐，可以先补"
    gone: list[tuple[str, object]] = []
    page.goes.disconnect()
    page.goes.connect(lambda key, want: gone.append((key, want)))
    signed = next(row for row, line in page.list.lines.items() if line.lack and "责任书" in line.lack.words)
    page.list.set_current(signed)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert gone == [("roster", None)]
    counts = {line.title: line.count for line in page.list.lines.values() if line.lack is None}
    assert counts == {"领导小组": 1, "结对一览表": 1, "帮扶责任书": 1, "谈心记录": 1, "活动照片": 2}
    page.list.opened.emit(len(page.list.lines))
    assert len(gone) == 1


def test_what_is_missing_names_its_part_once(opened: Open) -> None:
    page = opened()
    part = next(one for one in parts() if one.key == "pairs")
    lacks = (Lack(1, "缺甲", "roster"), Lack(2, "缺乙", "roster"))
    page.list.show_plan([Planned(part, (), lacks=lacks)])
    assert [page.list._what(row).text for row in (1, 2)] == [part.title, ""]
    assert [page.list._state(row).text for row in (1, 2)] == ["缺甲", "缺乙"]
    assert [page.list._go(row).text for row in (1, 2, 3)] == ["去名册", "去名册", ""]
    assert page.list._state(3).text == "还没有，没齐，看上面"


def test_made_opened_checked_and_made_again(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened()
    assert page.panel.open_.isHidden() and page.panel.go.label() == "生成 6 份"
    page.make()
    assert done(page, qtbot).startswith("迎检资料做好了，材料 6 份，目录和标签 4 份")
    root = tmp_path / "2026—2027学年第一学期迎检资料"
    assert page.panel.target() == root and (root / "校验清单.json").exists()
    seen: list[QUrl] = []
    page.panel.open_url = lambda url: seen.append(url) is None
    page.panel.open_.click()
    assert [url.toLocalFile() for url in seen] == [str(root)]
    page.check()
    assert done(page, qtbot) == "核对过，10 份都在，一个字节没变"
    paper = next(root.rglob("*.pdf"))
    paper.unlink()
    page.check()
    assert done(page, qtbot).splitlines() == ["对不上：少了 1 份", f"少了：{paper.relative_to(root).as_posix()}"]
    page.export()
    assert "新写 1 份，其余没变" in done(page, qtbot)
    page.panel.put_into(PurePath(root))
    assert page.panel.target() == root, "the pack's own folder may be chosen as well"


def test_as_one_zip_made_checked_and_stopped(
    opened: Open, qtbot: QtBot, tmp_path: Path, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    assert page.panel.form_hint.isHidden()
    page.panel.form.choose(ONE_FILE)
    assert not page.panel.form_hint.isHidden() and page.panel.where.text().endswith("迎检资料.zip")
    target = tmp_path / "2026—2027学年第一学期迎检资料.zip"
    page.make()
    page._work.cancel()
    assert done(page, qtbot) == "停下了，没做完的 zip 已经删掉，原来有的没有动。"
    assert [path.name for path in tmp_path.iterdir() if "zip" in path.name] == []
    page.make()
    assert done(page, qtbot).startswith("迎检资料做好了") and page.panel.target() == target
    page.check()
    assert done(page, qtbot).startswith("核对过")
    seen: list[QUrl] = []
    page.panel.open_url = lambda url: seen.append(url) is None
    page.panel.open_.click()
    assert [url.toLocalFile() for url in seen] == [str(tmp_path)]
    whole = target.read_bytes()
    page._session.apply("改", [Update("staff", ids["李秀兰"], {"group_duty": "抓全面"})])
    monkeypatch.setattr(pack_zip, "SPARE", 1 << 60)
    page.make()
    assert done(page, qtbot).startswith("磁盘满了，没做完的 zip 已经删掉") and target.read_bytes() == whole
    assert opened().panel.form.current() == ONE_FILE, "the choice is kept in mind"
    page.panel.put_into(tmp_path / "2026—2027学年第一学期迎检资料")
    page.panel.form.choose(FOLDER)
    monkeypatch.setattr(pack_zip, "SPARE", 0)
    page.panel.put_into(tmp_path)
    page.make()
    done(page, qtbot)
    page.panel.put_into(page.panel.target())
    page.panel.form.choose(ONE_FILE)
    assert page.panel.target() == target, "a zip is put beside a pack, not into it"


def test_a_large_school_is_counted_in_the_background(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ids: dict[str, int]
) -> None:
    small = opened()
    monkeypatch.setattr(page_module, "LARGE", 0)
    large = opened()
    done(large, qtbot)
    assert large.head.heading.text() == small.head.heading.text() and large.list.lines == small.list.lines
    large._session.apply("补记谈心", edits.log_care(Told("talk", TODAY), [ids["周雨桐"]]))
    assert large._work.busy
    large.make()
    done(large, qtbot)
    qtbot.waitUntil(lambda: not large._stale and not large._work.busy)
    large.make()
    assert done(large, qtbot).startswith("迎检资料做好了")


def test_masks_and_pictures_are_chosen_before(opened: Open, qtbot: QtBot, tmp_path: Path, store: FileStore) -> None:
    page = opened()
    assert "1 张照片里有孩子没问过" in page.panel.refused.text() and "1 张照片里有家里不同意" in page.panel.refused.text()
    page.panel.unasked.click()
    assert page.panel.go.label() == "生成 7 份"
    page.panel.shown.choose(FULL)
    assert "完整" in page.panel.hint.text() and page.panel.choices().full and page.panel.choices().unasked
    page.make()
    done(page, qtbot)
    rows = store._conn.execute("SELECT what, detail FROM log_entry ORDER BY id DESC LIMIT 1").fetchall()
    assert rows == [("pack", "term=2026-1 files=7 full=1 unasked=1")]


def test_a_folder_with_other_things_is_refused_and_a_stop_is_no_loss(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    root = tmp_path / "2026—2027学年第一学期迎检资料"
    root.mkdir()
    (root / "别的.txt").write_text("x")
    page.make()
    assert "已经有别的东西" in done(page, qtbot)
    (root / "别的.txt").unlink()
    page.make()
    page._work.cancel()
    assert done(page, qtbot) == "停下了，做好的留着，再点一次接着做。"
    page.make()
    assert done(page, qtbot).startswith("迎检资料做好了")


def test_a_stick_that_is_gone_and_a_folder_of_a_net_drive(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened()
    assert page.panel.warned.isHidden()
    (tmp_path / "OneDrive").mkdir()
    page.panel.put_into(PurePath(tmp_path / "OneDrive"))
    assert "网盘" in page.panel.warned.text() and not page.panel.warned.isHidden()
    page.panel.put_into(PurePath(tmp_path / "U盘"))
    assert tmp_path / "U盘" not in page.panel.target().parents, "what is gone is not offered again"
    page.panel.folder = lambda: PurePath(tmp_path / "U盘")
    page.make()
    assert done(page, qtbot).startswith("这里不能写文件") and not (tmp_path / "U盘").exists()


def test_a_full_stick_is_told(opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened()
    monkeypatch.setattr(pack, "SPARE", 1 << 60)
    page.make()
    assert done(page, qtbot) == "磁盘满了，做好的留着。腾出地方再点一次，接着做。"


def test_a_term_that_runs_is_not_closed_by_mistake(opened: Open, store: FileStore) -> None:
    page = opened()
    page.arrive(TERM)
    assert page.in_close() and not page.closing.go.isEnabled()
    page.close_term()
    assert store.term_closes.every() == []
    assert page.back() and not page.in_close() and not page.back()


def test_closed_backed_up_corrected_and_opened_again(
    opened: Open, qtbot: QtBot, store: FileStore, ids: dict[str, int]
) -> None:
    page = opened(date(2027, 1, 14))
    session = page._session
    noted: list[str] = []
    session.noted.connect(noted.append)
    page.arrive(TERM)
    page.closing.go.click()
    done(page, qtbot)
    (close,) = store.term_closes.every()
    assert '"children.left"' in close.figures and [one.why for one in store.backups()] == ["term"]
    assert [one.code for one in session.snapshot.terms] == ["2026-1", "2026-2"]
    assert page.closing.heading.text() == "已结束" and page.closing.go.isHidden()
    settings = TermSection(session, page._work)
    qtbot.addWidget(settings)
    words = [label.text() for row in settings.rows for label in row.findChildren(Label)]
    assert "2026—2027学年第一学期（已结束）" in words and "2026—2027学年第二学期（未核对）" in words
    session.apply("补记谈心", edits.log_care(Told("talk", date(2026, 12, 4)), [ids["周雨桐"]]))
    assert noted == ["记下了。2026—2027学年第一学期已经结束，这一笔记作更正，Ctrl+Z 撤回"]
    session.apply("下学期的谈心", edits.log_care(Told("talk", date(2027, 3, 5)), [ids["周雨桐"]]))
    assert len(noted) == 1
    texts = [label.text() for label in page.closing.findChildren(type(page.closing.heading))]
    assert "补记谈心" in texts and "下学期的谈心" not in texts
    assert any("结束时" in text and "现在" in text for text in texts)
    assert page.head.sentence.words().endswith("这学期已经结束")
    history = HistoryPage(session, page._work)
    qtbot.addWidget(history)
    history.show()
    history.arrive(None)
    second = {line.action.label: history._what(key).second for key, line in history.lines.items()}
    assert second["补记谈心"].endswith("，更正2026—2027学年第一学期") and "更正" not in second["下学期的谈心"]
    page.closing.again.click()
    assert store.term_closes.every() == [] and not page.closing.go.isHidden()
    session.undo()
    assert len(store.term_closes.every()) == 1


def test_closing_is_undone_by_ctrl_z(opened: Open, qtbot: QtBot, store: FileStore) -> None:
    page = opened(date(2027, 1, 14))
    page.arrive(TERM)
    page.close_term()
    done(page, qtbot)
    page._session.undo()
    assert store.term_closes.every() == [] and len(page._session.snapshot.terms) == 1
    assert page.closing.go.isVisible()


def test_what_is_written_on_the_boxes(opened: Open, qtbot: QtBot, tmp_path: Path, store: FileStore) -> None:
    page = opened()
    boxes = page.panel.boxes
    assert boxes.prefix.value() == "QS" and "QS-2026-1-05" in boxes.example.text()
    boxes.prefix.editor.setText(" X0431-26- ")
    boxes.prefix.commit()
    assert "X0431-26-2026-1-05" in boxes.example.text()
    boxes.kept.editor.setEditText("长期")
    boxes.kept.commit()
    page.make()
    done(page, qtbot)
    root = Path(page.panel.target())
    labels = "".join("".join(sheet.extract_text().split()) for sheet in PdfReader(root / FIRST[3]).pages)
    assert labels.count("长期") == 13 and "X0431-26-20261-05" not in labels and "X0431-26-2026-1-05" in labels
    index = "".join("".join(sheet.extract_text().split()) for sheet in PdfReader(root / FIRST[1]).pages)
    assert "档号X0431-26-2026-1-01" in index
    boxes.prefix.editor.setText("")
    boxes.prefix.commit()
    assert boxes.prefix.value() == "QS" and "QS-2026-1-05" in opened().panel.boxes.example.text()
