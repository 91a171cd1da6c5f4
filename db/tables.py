"""Reads a table out of whatever file came in, by its content and not its name, and refuses what could do harm."""

import re
from datetime import date, datetime
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any
from zipfile import BadZipFile, ZipFile

from app import late
from app.sheets import Cell, SheetIn, TableFile
from app.tablefile import CannotRead
from db import excel_xml, formulas, textfiles
from db.caps import MAX_BYTES, MAX_UNPACKED, check_size

OURS = 'data-from="qianshou"'
"""The mark that our own list puts on what is copied from it (`ui.pieces.copying`)."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_OLE = b"\xd0\xcf\x11\xe0"
_CONTROLS = {"09": "\t", "0A": "\n"}
_LOCKED = {13, 32, 33}
"""Errno 13 and Windows' sharing violations: the file is open in Excel or WPS, or not ours to read."""


def read_table(path: PurePath) -> TableFile:
    """Read a spreadsheet, HTML or CSV file whole. Raises CannotRead with its reason."""
    data = file_bytes(Path(path))
    kind, sheets, encoding = _read(data)
    if not any(map(_filled, sheets)):
        raise CannotRead("no_table")
    return TableFile(path.name, kind, sheets, encoding)


def read_block(html: str, text: str, name: str) -> TableFile:
    """Read a block of cells off the clipboard: its HTML if a table is in it, else the text with tabs. Every cell stays
    text, so that an ID number keeps its digits. Raises CannotRead."""
    if len(html) + len(text) > MAX_BYTES:
        raise CannotRead("too_big")
    sheets: tuple[SheetIn, ...] = ()
    if "<table" in html.lower():
        sheets, _encoding = textfiles.read_html(html.replace("\0", "").encode())
    if not any(_filled(sheet) for sheet in sheets):
        sheets = (textfiles.read_tabs(text),)
    if not any(_filled(sheet) for sheet in sheets):
        raise CannotRead("no_table")
    return TableFile(name, "ours" if OURS in html else "block", sheets)


def _filled(sheet: SheetIn) -> bool:
    return any(cell is not None and str(cell).strip() for row in sheet.rows for cell in row)


def file_bytes(path: Path) -> bytes:
    """What a file that came in holds. Raises CannotRead: missing, empty, locked, too_big."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CannotRead("too_big", str(path.stat().st_size))
        data = path.read_bytes()
    except FileNotFoundError:
        raise CannotRead("missing") from None
    except OSError as error:
        locked = isinstance(error, PermissionError) or getattr(error, "winerror", error.errno) in _LOCKED
        raise CannotRead("locked" if locked and not path.is_dir() else "unknown") from error
    if not data:
        raise CannotRead("empty")
    return data


def _read(data: bytes) -> tuple[str, tuple[SheetIn, ...], str]:
    head = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if data.startswith(b"PK"):
        kind = _zip_kind(data)
        return kind, _workbook(data, kind), ""
    if data.startswith(_OLE):
        refuse_ole(data)
        return "xls", _workbook(data, "xls"), ""
    if data[:2] == b"\x09\x08" or data[:2] == b"\x09\x04":
        return "xls", _workbook(data, "xls"), ""
    if data.startswith(b"%PDF"):
        raise CannotRead("pdf")
    if data.startswith(_PICTURES) or data[8:12] == b"WEBP" or data[4:12] == b"ftypheic":
        raise CannotRead("picture")
    if head.startswith(b"{\\rtf"):
        raise CannotRead("word")
    if excel_xml.is_excel_xml(data):
        return "xml", excel_xml.read(data), ""
    if textfiles.is_html(data):
        return ("html", *textfiles.read_html(data))
    return ("csv", *textfiles.read_csv(data))


def _zip_kind(data: bytes) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise CannotRead("truncated") from error
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise CannotRead("too_big")
    if any(part.flag_bits & 1 for part in parts):
        raise CannotRead("encrypted")
    names = {part.filename for part in parts}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise CannotRead("macro")
    if any(name.startswith("word/") for name in names):
        raise CannotRead("word")
    if "content.xml" in names:
        return "ods"
    if not any(name.startswith("xl/workbook") for name in names):
        raise CannotRead("unknown")
    return "xlsx"


def refuse_ole(data: bytes) -> None:
    """Raises CannotRead for what of Microsoft's old container is no plain table: encrypted, word, macro."""
    for mark, reason in (("EncryptedPackage", "encrypted"), ("WordDocument", "word"), ("_VBA_PROJECT", "macro")):
        if mark.encode("utf-16-le") in data:
            raise CannotRead(reason)


def _workbook(data: bytes, kind: str) -> tuple[SheetIn, ...]:
    calamine = late.load("python_calamine")
    blanks = formulas.look_through(data) if kind == "xlsx" else {}
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        shown = [meta.name for meta in book.sheets_metadata if str(meta.visible).endswith(".Visible")]
        return tuple(_sheet(book, name, blanks.get(name, ())) for name in shown or book.sheet_names)
    except CannotRead:
        raise
    except calamine.PasswordError as error:
        raise CannotRead("encrypted") from error
    except (calamine.CalamineError, OSError, ValueError, MemoryError) as error:
        raise CannotRead("damaged", str(error)[:200]) from error
    except BaseException as error:
        # A panic of the reader's Rust side arrives as a BaseException of its own; a Ctrl+C must go on.
        if type(error).__name__ != "PanicException":
            raise
        raise CannotRead("damaged", str(error)[:200]) from error


def _sheet(book: Any, name: str, blanks: tuple[tuple[int, int], ...]) -> SheetIn:
    sheet = book.get_sheet_by_name(name)
    check_size(sheet.total_height, sheet.total_width)
    rows = tuple(tuple(_cell(value) for value in row) for row in sheet.to_python(skip_empty_area=False))
    merged = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
    return SheetIn(name, rows, merged, blanks)


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return _unescaped(value) if "_x" in value else value
    return value if value is None or isinstance(value, (int, float, datetime, date)) else str(value)


def _unescaped(text: str) -> str:
    """Excel writes control characters in text as _x000D_; only line ends and tabs mean something."""
    return re.sub(r"_x00([01][0-9A-Fa-f])_", lambda match: _CONTROLS.get(match[1].upper(), ""), text)
