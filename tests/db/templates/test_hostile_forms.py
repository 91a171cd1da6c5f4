"""Forms that could do harm or are none are refused, each with its own reason."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from app.tablefile import CannotRead
from app.templates.filling import Filling
from db.templates.forms import filled, form_of
from db.templates.package import read_form_file
from tests.db.templates.county_forms import list_form, saved, word_form


def rezipped(data: bytes, **parts: bytes) -> bytes:
    """The same file with parts replaced or added; __ stands for /."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        given = {name.replace("__", "/"): content for name, content in parts.items()}
        for name in old.namelist():
            new.writestr(name, given.pop(name, None) or old.read(name))
        for name, content in given.items():
            new.writestr(name, content)
    return out.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"just words", "unknown"),
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n", "picture"),
        (b"{\\rtf1 }", "old"),
        (OLE, "old"),
        (OLE + "WordDocument".encode("utf-16-le"), "old"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (list_form()[:900], "truncated"),
        (rezipped(list_form(), xl__vbaProject_bin=b"x").replace(b"xl/vbaProject_bin", b"xl/vbaProject.bin"), "macro"),
        (rezipped(list_form(), xl__big=b"\0" * 101_000_000), "too_big"),
        (rezipped(saved(openpyxl.Workbook())), "no_table"),
    ],
)
def test_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(content)
    with pytest.raises(CannotRead) as caught:
        form_of(read_form_file(path))
    assert caught.value.reason == reason


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="missing"):
        read_form_file(tmp_path / "无.xlsx")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [BOMB, b"<broken", b"<x/>"])
def test_damaged_parts(part: str, content: bytes) -> None:
    data = rezipped(list_form(), **{part.replace("/", "__"): content})
    try:
        form = form_of(data)
    except CannotRead as error:
        assert error.reason in ("damaged", "no_table")
    else:
        assert part == "xl/styles.xml" and content == b"<x/>" and form.grids[0].cells


def test_a_damaged_word_file() -> None:
    with pytest.raises(CannotRead):
        form_of(rezipped(word_form(), word__document_xml=b"").replace(b"word/document_xml", b"word/document.xml"))
    with pytest.raises(CannotRead):
        form_of(rezipped(word_form(), **{"word__document.xml": b"<x/>"}))


def test_filled_with_nothing_it_is_the_same_form() -> None:
    for data in (list_form(), word_form()):
        assert form_of(filled(data, Filling(()))) == form_of(data)
