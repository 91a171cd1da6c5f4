"""Wires school, disk and screen, and starts: the window without a command, else the command."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath

from app import late as libraries
from app.ports import Disk
from app.store import AlreadyOpen
from db import files, incoming, instance, pack, place, scans, tables, word_form, word_table, word_text, xlsx
from db.vault import FileVault
from ui import late, start

GARBAGE = (20_000, 20, 20)
"""New objects between two looks for cycles. A school is hundreds of thousands of records that live on; by Python's
default (700, 10, 10) an import spends a tenth of its time looking at them again and again."""
FORMS = "db.templates.forms"
"""Loaded with the first form: few schools need it at once."""


def is_open(folder: PurePath) -> bool:
    """Whether another running program holds this data folder."""
    if not Path(folder).is_dir():
        return False
    try:
        instance.claim(folder).release()
    except AlreadyOpen:
        return True
    return False


def disk() -> Disk:
    """The real disk."""
    return Disk(
        vault=FileVault,
        default_folder=place.default_folder,
        read_table=tables.read_table,
        write_sheet=xlsx.write_sheet,
        sheet_bytes=xlsx.workbook_bytes,
        word_bytes=word_table.document_bytes,
        text_bytes=word_text.text_bytes,
        fill_word=word_form.filled,
        packs=pack.FilePacks,
        write_bytes=files.write_bytes,
        read_bytes=files.read_bytes,
        drive_warning=place.drive_warning,
        read_block=tables.read_block,
        read_file=incoming.read_file,
        files_below=incoming.files_below,
        read_scan=scans.read_scan,
        scan_of=scans.scan_of,
        is_open=is_open,
        ask_to_raise=instance.ask_to_raise,
        was_asked=instance.was_asked,
        read_form=lambda path: libraries.load(FORMS).read_form_file(path),
        form_of=lambda data: libraries.load(FORMS).form_of(data),
        fill_form=lambda data, filling: libraries.load(FORMS).filled(data, filling),
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run with these arguments (the process's own if None); returns the exit status."""
    gc.set_threshold(*GARBAGE)
    given = list(sys.argv[1:] if argv is None else argv)
    folder = _only_data(given)
    if given and folder is None:
        status: int = late.load("ui.cli").run(disk(), given)
        return status
    return start.run(disk(), folder)


def _only_data(given: Sequence[str]) -> PurePath | None:
    """The folder of `--data DIR`, if nothing else was given: then the window opens on it."""
    if len(given) == 2 and given[0] == "--data":
        return PurePath(given[1])
    if len(given) == 1 and given[0].startswith("--data="):
        return PurePath(given[0].removeprefix("--data="))
    return None


if __name__ == "__main__":
    sys.exit(main())
