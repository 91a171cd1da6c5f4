"""The signed papers of a child: written down with their scan, read again, printed, renewed, taken back; nothing lost."""

import resource
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from app.agreements import Agreement
from tests.journeys.clerk import Clerk, focused
from tests.journeys.test_half_typed import LINE, SAMPLES, power_cut
from ui.children.agreements_panel import AgreementsPanel
from ui.children.scan_view import ScanDialog
from ui.pieces.fields import ComboField

K = Qt.Key


@pytest.fixture
def school(clerk: Clerk, folder: Path) -> Path:
    """A class, the dossier of its first child open."""
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "family.csv")
    clerk.key(K.Key_Return)
    return folder


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A page as a phone takes it, far larger than is kept."""
    path = tmp_path / "协议 1.jpg"
    page(3000, 4200).save(str(path), "jpg", 90)
    return path


def page(wide: int, high: int) -> QImage:
    picture = QImage(wide, high, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.fillRect(wide // 4, high // 4, wide // 2, 40, Qt.GlobalColor.black)
    painter.end()
    return picture


def scanned_pdf(path: Path, pages: int) -> Path:
    """What a scanner writes: a picture to a page."""
    writer = QPdfWriter(str(path))
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        picture = page(1240, 1754)
        picture.setPixelColor(number, 0, Qt.GlobalColor.red)
        painter.drawImage(painter.viewport(), picture)
    painter.end()
    return path


def panel(clerk: Clerk) -> AgreementsPanel:
    return clerk.roster.dossier.agreements


def asks(clerk: Clerk) -> None:
    panel(clerk).add.click()
    clerk.until(lambda: clerk.reads("哪一种"))


def chooses(field: ComboField, words: str) -> None:
    field.editor.setCurrentIndex(field.editor.findText(words))
    field.editor.activated.emit(field.editor.currentIndex())


def form(clerk: Clerk):  # type: ignore[no-untyped-def]
    found = panel(clerk).form
    assert found is not None
    return found


def papers(clerk: Clerk) -> list[Agreement]:
    return list(clerk.window.session.snapshot.agreements)


def logged(clerk: Clerk) -> list[str]:
    rows = clerk.window.session.store._conn.execute("SELECT what FROM log_entry ORDER BY id")  # type: ignore[attr-defined]
    return [what for (what,) in rows]


def test_a_care_agreement_with_its_scan(clerk: Clerk, school: Path, photo: Path) -> None:
    asks(clerk)
    assert focused() is form(clerk).kind.editor
    form(clerk).last_day.editor.setText("2027.3.21")
    chooses(form(clerk).signed_by, form(clerk).signed_by.editor.itemText(0))
    clerk.will_open(photo)
    form(clerk).scan.click()
    assert form(clerk).scan_said.text() == "协议 1.jpg"
    clerk.look("agreement-form")
    form(clerk).save.click()
    (one,) = papers(clerk)
    assert (one.kind, one.from_day, one.until_day) == ("care", date(2026, 11, 24), date(2027, 3, 22))
    assert one.signed_by and one.file
    assert clerk.window.session.snapshot.children[one.child_id].entrusted == "已签"
    assert panel(clerk).form is None
    assert panel(clerk).shown == [f"委托照护协议 2026年11月24日起，到2027年3月21日，{one.signed_by}签"]
    kept = clerk.window.session.store.file(one.file)
    assert len(kept) < photo.stat().st_size and photo.read_bytes() not in kept
    clerk.control(K.Key_Z)
    assert papers(clerk) == [] and clerk.window.session.snapshot.children[one.child_id].entrusted != "已签"


def test_a_scan_is_shown_printed_and_saved_and_that_is_noted(
    clerk: Clerk, school: Path, tmp_path: Path, qtbot: object
) -> None:
    asks(clerk)
    clerk.will_open(scanned_pdf(tmp_path / "三页.pdf", 3))
    form(clerk).scan.click()
    form(clerk).save.click()
    look = "看扫描件：委托照护协议，2026年11月24日起"
    clerk.roster.dossier.right.ensureWidgetVisible(panel(clerk))
    clerk.waits(look)
    clerk.press(look)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ScanDialog)
    assert dialog.preview.place.text() == "第 1 张，共 3 张"
    clerk.until(lambda: focused() is dialog.preview.sheet)
    clerk.key(K.Key_PageDown)
    assert dialog.preview.place.text() == "第 2 张，共 3 张"
    dialog.has_printer = lambda: False
    clerk.control(K.Key_P)
    assert "没有装打印机" in dialog.note.text()
    target = tmp_path / "印的.pdf"

    def printer(_parent: object) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(target))
        return made

    dialog.has_printer, dialog.ask_printer = lambda: True, printer
    clerk.control(K.Key_P)
    assert dialog.note.text() == "3 张纸交给了打印机。" and target.read_bytes().startswith(b"%PDF")
    dialog.ask_path = lambda _parent, suggestion: str(tmp_path / suggestion)
    clerk.control(K.Key_E)
    saved = next(path for path in tmp_path.iterdir() if path.name.endswith("的委托照护协议.pdf"))
    assert saved.read_bytes().startswith(b"%PDF")
    assert {"print_scan", "export_scan"} <= set(logged(clerk))
    clerk.key(K.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_a_file_that_is_no_scan_is_refused_and_the_form_stays(clerk: Clerk, school: Path, tmp_path: Path) -> None:
    asks(clerk)
    form(clerk).note.editor.setText("一式两份")
    for name, content, words in (("坏.jpg", b"\xff\xd8\xff", "不完整"), ("表.pdf", _text_pdf(), "不是扫描件"),
                                 ("没有.jpg", b"", "空的")):  # fmt: skip
        (tmp_path / name).write_bytes(content)
        clerk.will_open(tmp_path / name)
        form(clerk).scan.click()
        form(clerk).save.click()
        assert words in form(clerk).scan_said.text(), name
        assert papers(clerk) == []
    assert form(clerk).note.value() == "一式两份"
    form(clerk).save.click()
    assert [one.note for one in papers(clerk)] == ["一式两份"] and not papers(clerk)[0].file


def _text_pdf() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(100, 100, "only words")
    painter.end()
    return bytes(buffer.data().data())


def test_what_ends_is_marked_and_a_new_one_takes_the_mark_away(clerk: Clerk, school: Path) -> None:
    asks(clerk)
    form(clerk).from_day.editor.setText("2025-11-1")
    form(clerk).last_day.editor.setText("2026-11-18")
    form(clerk).save.click()
    assert panel(clerk).shown[0].endswith("过期 6 天")
    asks(clerk)
    form(clerk).last_day.editor.setText("2026-11-10")
    form(clerk).save.click()
    assert form(clerk).last_day.error() == "不能早于 2026-11-24" and len(papers(clerk)) == 1
    form(clerk).last_day.editor.setText("2026-12-4")
    form(clerk).save.click()
    assert panel(clerk).shown[0].endswith("还有 10 天到期") and not panel(clerk).shown[1].endswith("天")


def test_corrected_and_deleted(clerk: Clerk, school: Path, photo: Path) -> None:
    asks(clerk)
    chooses(form(clerk).kind, "告知书")
    form(clerk).save.click()
    (one,) = papers(clerk)
    assert one.kind == "notice"
    panel(clerk).open_form(one.id)
    clerk.will_open(photo)
    form(clerk).scan.click()
    form(clerk).note.editor.setText("父亲微信回执")
    form(clerk).save.click()
    (one,) = papers(clerk)
    assert one.note == "父亲微信回执" and one.file
    clerk.roster.dossier.right.ensureWidgetVisible(panel(clerk))
    gone = "录错了，删除：告知书，2026年11月24日起"
    clerk.waits(gone)
    clerk.press(gone)
    assert papers(clerk) == []
    clerk.control(K.Key_Z)
    assert papers(clerk) == [one], "the scan is there again too"
    assert clerk.window.session.store.file(one.file)


def test_esc_closes_the_form_and_then_the_dossier(clerk: Clerk, school: Path) -> None:
    asks(clerk)
    clerk.key(K.Key_Escape)
    assert panel(clerk).form is None and clerk.roster.in_dossier()
    clerk.key(K.Key_Escape)
    assert not clerk.roster.in_dossier()


def test_half_typed_when_the_power_goes(clerk: Clerk, school: Path) -> None:
    clerk.leaves()
    power_cut(school, "agreement")
    clerk.starts(school)
    clerk.logs_in()
    assert clerk.reads(LINE)
    assert form(clerk).note.typed() == "奶奶不会写字，按了" and form(clerk).kind.value() == "notice"
    form(clerk).save.click()
    assert [(one.kind, one.note) for one in papers(clerk)] == [("notice", "奶奶不会写字，按了")]


def test_a_full_disk_keeps_the_form(clerk: Clerk, school: Path, photo: Path) -> None:
    asks(clerk)
    form(clerk).note.editor.setText("一式两份")
    clerk.will_open(photo)
    form(clerk).scan.click()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        form(clerk).save.click()
        assert "磁盘满了" in form(clerk).scan_said.text() or "不能写" in form(clerk).scan_said.text()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert papers(clerk) == [] and form(clerk).note.value() == "一式两份"
