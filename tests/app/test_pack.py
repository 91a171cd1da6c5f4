"""The list of a pack: read as written, held against what is there, and names that an office may carry about."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pack import (
    JOURNAL,
    MANIFEST,
    BadManifest,
    Entry,
    LeftOut,
    Manifest,
    compare,
    read_manifest,
    safe_ending,
    safe_name,
)

ENTRY = Entry("05 结对帮扶/01 结对一览表.pdf", "结对一览表", "pairs", "田桂英", "2026-11-12", 4, "", ("part:pairs",), "m", "ab", 3)
LIST = Manifest("青山小学", "2026-1", "2026-11-24", False, (ENTRY,), (LeftOut("合影", "unasked", "周雨桐"),))


def test_a_list_is_read_as_it_was_written() -> None:
    assert read_manifest(LIST.to_text()) == LIST
    assert LIST.to_text() == replace(LIST).to_text()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format": 1}', '{"format": 99, "entries": [], "left_out": []}'])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(BadManifest):
        read_manifest(text)


@pytest.mark.parametrize("path", ["../x.pdf", "/etc/x", "a//b", "a/./b", "", "a\\..\\b", "C:/x", "a/b\0"])
def test_a_list_never_leads_out_of_its_folder(path: str) -> None:
    told = json.loads(LIST.to_text())
    told["entries"][0]["path"] = path
    with pytest.raises(BadManifest):
        read_manifest(json.dumps(told))


def test_every_difference_is_told_one_by_one() -> None:
    entries = [replace(ENTRY, path=f"{name}.pdf", sha256=name) for name in "abcd"]
    found = {"a.pdf": "a", "b.pdf": "x", "d.pdf": "d", "e.pdf": "e", MANIFEST: "", JOURNAL: "", "图/Thumbs.db": "",
             "~$目录.docx": ""}  # fmt: skip
    verdict = compare(entries, found)
    assert (verdict.sound, verdict.missing, verdict.changed, verdict.extra) == (2, ("c.pdf",), ("b.pdf",), ("e.pdf",))
    assert not verdict.is_whole
    assert compare(entries, {f"{name}.pdf": name for name in "abcd"}).is_whole
    assert not compare([], {}, unfinished=True).is_whole


@pytest.mark.parametrize(("title", "name"), [
    ("留守儿童中秋联欢", "儿童中秋联欢"), ("农村留守学生花名册", "儿童花名册"), ("关爱留守", "关爱"),
    ("一/二：\"三\"?", "一 二： 三"), ("..", "—"), (" 完 . ", "完"), ("Con", "Con_"), ("aux.2", "aux.2_"), ("com", "com"),
    ("合\u200b影\u202e", "合影"), ("\ud83d", "—"), ("长" * 39 + " 尾", "长" * 39), ("𠮷" * 30, "𠮷" * 20),
])  # fmt: skip
def test_names_of_files(title: str, name: str) -> None:
    assert safe_name(title) == name


@given(st.text())
def test_any_title_makes_a_name_that_windows_takes_and_that_labels_nobody(title: str) -> None:
    name = safe_name(title)
    assert name and len(name) <= 40 and "留守" not in name
    assert name == name.strip(" .") and not set(name) & set('\\/:*?"<>|\n\t\0')
    assert len(name.encode("utf-16-le")) <= 82 and safe_name(name) in (name, f"{name}_")


@pytest.mark.parametrize(("given", "ending"), [("PDF", "pdf"), ("jpg ", "jpg"), ("a/../b", "ab"), ("", "bin"), ("？", "bin"),
                                               ("something", "somet")])  # fmt: skip
def test_endings_of_files(given: str, ending: str) -> None:
    assert safe_ending(given) == ending
