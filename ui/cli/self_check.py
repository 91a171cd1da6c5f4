"""The executable's check of itself: the parts that PyInstaller leaves out in silence (hidden, run by `make build`)."""

from pathlib import PurePath

import click
from PySide6.QtCore import QCollator, QLocale
from PySide6.QtGui import QFontInfo, QImageReader, QPainter, QRawFont

from app import late
from app.school import School
from app.sheets import Column, SheetOut
from app.slips.codes import code_of, find
from app.slips.scans import ScanRefused
from app.slips.sheet import CARE
from app.store import WrongPassword
from app.terms import guess_term
from app.vault import Setup
from ui import fonts
from ui import late as screen
from ui.cli.call import Call, Refused, common, tr
from ui.cli.headless import fonts_ready
from ui.paper.corner_codes import draw_corners
from ui.paper.output import Paper, image, pdf_bytes
from ui.paper.page import Page
from ui.photos.given import content
from ui.photos.portraits import portrait
from ui.photos.reading import kept_photo
from ui.slips.pictures import shades

NAME = "古丽娜尔·艾合买提𠮷䶮"
PASSWORD = "self-check"
SHEET = SheetOut("表", "表", (Column(("姓名",), 20.0), Column(("电话",), 20.0)), ((NAME, "013900467715"),))


@click.command("self-check", hidden=True)
@common
def self_check(call: Call) -> None:
    """检查程序自己的零件；--data 是放试验文件的空文件夹。"""
    folder = call.folder
    answer = {
        "gb18030": _reads_gb18030(call, folder),
        "collation": _collates(),
        "fonts": _has_characters(),
        "pdf": _paints(),
        "encrypted": _encrypts(call, folder),
        "xlsx": _writes_xlsx(call, folder),
        "docx": call.disk.word_bytes(SHEET).startswith(b"PK"),
        "photos": _reads_photos(),
        "slips": _reads_slips(call, folder),
        "pinyin": late.load("pypinyin").lazy_pinyin("牵手") == ["qian", "shou"],
        "late_libraries": all(part.load(name) is not None for part in (late, screen) for name in part.NAMES),
    }
    if not all(answer.values()):
        raise Refused(tr("零件坏了：{0}").format("、".join(key for key, sound in answer.items() if not sound)))
    call.say(answer, tr("零件都好。"))


def _reads_gb18030(call: Call, folder: PurePath) -> bool:
    path = folder / "gb18030.csv"
    call.disk.write_bytes(path, f"姓名,班级\r\n{NAME},三（1）班\r\n".encode("gb18030"))
    return call.disk.read_table(path).sheets[0].rows[1][0] == NAME


def _collates() -> bool:
    collator = QCollator(QLocale("zh_CN"))
    return sorted(["周", "阿", "李"], key=collator.sortKey) == ["阿", "李", "周"]


def _has_characters() -> bool:
    fonts_ready()
    font = fonts.text()
    return QFontInfo(font).family() == "Noto Sans SC" and QRawFont.fromFont(font).supportsCharacter(ord("牵"))


def _paints() -> bool:
    fonts_ready()

    def paint(page: Page) -> None:
        painter: QPainter = page.painter
        painter.setFont(fonts.text(40))
        painter.drawText(200, 200, NAME)

    content = pdf_bytes(Paper("牵手", [paint]))
    return content.startswith(b"%PDF-") and b"/FontFile" in content


def _encrypts(call: Call, folder: PurePath) -> bool:
    term = guess_term("2026-1")
    if term is None:
        return False
    vault = call.disk.vault(folder / "school")
    school = School(NAME, is_sample=True)
    _code, store = vault.create(Setup(school, NAME, PASSWORD, term.code, term.from_day, term.until_day))
    store.close()
    try:
        vault.open(NAME, PASSWORD + "x").close()
    except WrongPassword:
        store = vault.open(NAME, PASSWORD)
        sound = store.school().name == NAME and store.check() == []
        store.close()
        return sound
    return False


def _reads_photos() -> bool:
    """JPEG both ways, PNG, BMP and WebP: each is a part of Qt that may be left behind."""
    heads = [kept_photo(content(portrait(1, girl=True), kind))[:2] for kind in ("jpeg", "png", "bmp")]
    return heads == [b"\xff\xd8"] * 3 and b"webp" in [kind.data() for kind in QImageReader.supportedImageFormats()]


def _reads_slips(call: Call, folder: PurePath) -> bool:
    """The corner codes drawn and found again, a PDF opened (it has no picture in it), and faxes of scanners."""
    fonts_ready()
    code = code_of("self-check")

    def paint(page: Page) -> None:
        draw_corners(page, CARE, code)

    found = {one.corner for one in find(shades(image(paint, 1654)))}
    path = folder / "slip.pdf"
    call.disk.write_bytes(path, pdf_bytes(Paper("牵手", [paint])))
    try:
        call.disk.read_scan(path).pages[0]()
    except ScanRefused as error:
        faxes = b"tiff" in [kind.data() for kind in QImageReader.supportedImageFormats()]
        return error.reason == "no_picture" and len(found) == 4 and faxes
    return False


def _writes_xlsx(call: Call, folder: PurePath) -> bool:
    path = folder / "out.xlsx"
    call.disk.write_sheet(SHEET, path)
    return any(row[:2] == (NAME, "013900467715") for row in call.disk.read_table(path).sheets[0].rows)
