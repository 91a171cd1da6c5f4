"""Tables of every kind are read by their content, and each thing that is no table says which it is."""

from pathlib import Path

import pytest

from app.tablefile import CannotRead
from db.tables import read_table

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.mark.parametrize(
    ("name", "kind", "rows", "first"),
    [
        ("register.xlsx", "xlsx", 141, "某县某镇中心小学学生基本信息表（2026年秋）"),
        ("county-extract.xls", "xls", 147, "某县某镇中心小学"),
        ("class-teacher.xlsx", "xlsx", 16, "三（1）班留守儿童花名册"),
        ("family.csv", "csv", 140, "学生姓名"),
    ],
)
def test_the_samples_are_read_whole(name: str, kind: str, rows: int, first: str) -> None:
    table = read_table(SAMPLES / name)
    assert (table.kind, len(table.sheets[0].rows), table.sheets[0].rows[0][0]) == (kind, rows, first)


def test_numbers_stay_numbers_and_merges_are_kept() -> None:
    sheet = read_table(SAMPLES / "class-teacher.xlsx").sheets[0]
    assert sheet.rows[5][4] == 3.41125201712174e17
    assert (1, 6, 1, 8) in sheet.merged


def test_content_counts_not_the_name(tmp_path: Path) -> None:
    lying = tmp_path / "名单.csv"
    lying.write_bytes((SAMPLES / "register.xlsx").read_bytes())
    assert read_table(lying).kind == "xlsx"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.txt"
    lines = [["姓名", "班级", "电话"], ["𠮷䶮㛃", "三（1）班", "13900467715"], ["王芳", "三（1）班", "0743-0036128"]]
    path.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))
    assert [list(row) for row in read_table(path).sheets[0].rows] == lines


def test_html_with_spans(tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    path.write_bytes(
        "<html><head><meta charset=gb2312></head><body><table><tr><td rowspan=2>姓名</td><td colspan=2>父亲</td></tr>"
        "<tr><td>姓名</td><td>电话</td></tr><tr><td>单 芳</td><td>单强</td><td>13900467715<br>13900467716</td></tr>"
        "</table></body></html>".encode("gb18030")
    )
    table = read_table(path)
    assert (table.kind, table.encoding) == ("html", "gb18030")
    assert table.sheets[0].rows == (
        ("姓名", "父亲", ""),
        ("", "姓名", "电话"),
        ("单 芳", "单强", "13900467715\n13900467716"),
    )
    assert table.sheets[0].merged == ((0, 0, 1, 0), (0, 1, 0, 2))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 100, "picture"),
        (b"PK\x03\x04" + b"x" * 100, "truncated"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "word"),
        (b"\xd0\xcf\x11\xe0" + "_VBA_PROJECT".encode("utf-16-le"), "macro"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "damaged"),
        (b"\x7fELF\0\0\0\0", "unknown"),
        (b"{\\rtf1 }", "word"),
        (b"\r\n\r\n", "no_table"),
        (b"<html><body>404</body></html>", "no_table"),
    ],
)
def test_what_is_no_table_says_what_it_is(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(content)
    with pytest.raises(CannotRead) as refused:
        read_table(path)
    assert refused.value.reason == reason


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as refused:
        read_table(tmp_path / "没有.xlsx")
    assert refused.value.reason == "missing"
