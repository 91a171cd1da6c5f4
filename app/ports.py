"""Everything `ui` may ask of the disk, handed to it by `app/__main__.py`, the only place that sees both."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from app.pack import PackDisk
from app.sheets import SheetOut, TableFile
from app.slips.scans import Scan
from app.tablefile import CannotRead
from app.texts import TextOut
from app.vault import Vault
from app.word_form import Facts

if TYPE_CHECKING:
    from app.templates.filling import Filling
    from app.templates.form import Form


def no_forms(*_given: object) -> Any:
    """The verb of a disk that knows no forms."""
    raise CannotRead("unknown")


def _no_file(path: PurePath, _most: int) -> bytes:
    raise CannotRead("missing")


def _no_scan(path: PurePath) -> Scan:
    raise CannotRead("missing")


def _no_pages(_content: bytes, name: str) -> Scan:
    return Scan(name, ())


def _no_folder(path: PurePath) -> list[PurePath]:
    raise CannotRead("missing")


@dataclass(frozen=True, slots=True)
class Disk:
    """The disk as a handful of verbs."""

    vault: Callable[[PurePath], Vault]
    """The vault of a data folder (made when a school is created in it). Raises CannotWrite for drives that real
    data must not lie on."""
    default_folder: Callable[[], PurePath]
    """Where the data lies on this computer (rules.md: data/ beside the executable on a fixed disk, else the user's
    data folder)."""
    read_table: Callable[[PurePath], TableFile]
    """Read a spreadsheet, HTML or CSV file. Raises `app.tablefile.CannotRead` with a reason."""
    write_sheet: Callable[[SheetOut, PurePath], None]
    """Write an .xlsx whole or not at all. Raises DiskFull, CannotWrite."""
    write_bytes: Callable[[PurePath, bytes], None]
    """Write a file whole or not at all. Raises DiskFull, CannotWrite."""
    drive_warning: Callable[[PurePath], str]
    """"" or why data should not lie there: "removable", "network", "sync"."""
    read_block: Callable[[str, str, str], TableFile] = lambda _html, _text, name: TableFile(name, "block", ())
    """Read a block of cells off the clipboard, as (HTML, text, what to call it). Raises `app.tablefile.CannotRead`."""
    read_file: Callable[[PurePath, int], bytes] = _no_file
    """The bytes of a file, at most so many. Raises `app.tablefile.CannotRead`: missing, locked, too_big."""
    files_below: Callable[[PurePath], list[PurePath]] = _no_folder
    """Every file in a folder and the folders in it, hidden ones left out. Raises CannotRead: missing, locked,
    too_many_files."""
    read_scan: Callable[[PurePath], Scan] = _no_scan
    """The pages of a picture file or of a scanner's PDF. Raises `app.tablefile.CannotRead` (missing, locked, too_big),
    `app.slips.scans.ScanRefused`."""
    scan_of: Callable[[bytes, str], Scan] = _no_pages
    """The same of a file's content and name. Raises `app.slips.scans.ScanRefused`."""
    read_bytes: Callable[[PurePath], bytes] = lambda _path: b""
    """The content of a small file, b"" if there is none. Raises CannotWrite for one that does not open."""
    is_open: Callable[[PurePath], bool] = lambda _folder: False
    """Whether another running program has the school of this folder open."""
    ask_to_raise: Callable[[PurePath], None] = lambda _folder: None
    """Ask the program that has it open to come to the front. Raises CannotWrite, DiskFull."""
    was_asked: Callable[[PurePath], bool] = lambda _folder: False
    """Whether another start has asked so since the last look."""
    read_form: Callable[[PurePath], bytes] = no_forms
    """The bytes of a county's form, looked through for what could do harm. Raises `app.tablefile.CannotRead`."""
    form_of: Callable[[bytes], "Form"] = no_forms
    """What such a form looks like. Raises `app.tablefile.CannotRead`."""
    fill_form: Callable[[bytes, "Filling"], bytes] = no_forms
    """The form filled; what is not named in the filling stays as it is. Raises `app.tablefile.CannotRead`."""
    sheet_bytes: Callable[[SheetOut], bytes] = no_forms
    """A table as an .xlsx."""
    word_bytes: Callable[[SheetOut], bytes] = no_forms
    """The same table as a .docx."""
    text_bytes: Callable[[TextOut], bytes] = no_forms
    """A text as a .docx."""
    fill_word: Callable[[bytes, Facts], bytes] = no_forms
    """A Word file with places for facts, filled. Raises `app.word_form.FormRefused`."""
    packs: Callable[[], PackDisk] = no_forms
    """Archive packs in folders."""
