"""Excel's XML of 2003: types, jumps, merges, hidden sheets, Chinese encodings, and what is broken."""

from datetime import datetime
from pathlib import Path

import pytest

from app.sheets import TableFile
from app.tablefile import CannotRead
from db.tables import read_table

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def book(*sheets: str, encoding: str = "utf-8") -> bytes:
    text = f'<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>'
    text += f'<Workbook xmlns="{SPACE}" xmlns:ss="{SPACE}" xmlns:x="urn:schemas-microsoft-com:office:excel">'
    return (text + "".join(sheets) + "</Workbook>").encode(encoding)


def sheet(rows: str, name: str = "三（1）班", options: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{options}</Worksheet>'


def cell(text: str, kind: str = "String", **places: int) -> str:
    more = "".join(f' ss:{name}="{number}"' for name, number in places.items())
    return f'<Cell{more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def read(tmp_path: Path, data: bytes) -> TableFile:
    path = tmp_path / "学籍.xls"
    path.write_bytes(data)
    return read_table(path)


def test_cells_keep_their_types_and_places(tmp_path: Path) -> None:
    rows = f"<Row>{cell('姓名')}{cell('身份证号')}{cell('出生日期')}{cell('住校')}</Row>"
    rows += f'<Row ss:Index="4">{cell("张三𠮷")}{cell("433123201605120046")}'
    rows += f'{cell("2016-05-12T00:00:00.000", "DateTime")}{cell("1", "Boolean")}</Row>'
    rows += f'<Row>{cell("李四")}{cell("433123201605120046", "Number")}{cell("5", "Number", Index=4)}</Row>'
    table = read(tmp_path, book(sheet(rows)))
    assert (table.kind, table.sheets[0].name) == ("xml", "三（1）班")
    assert table.sheets[0].rows == (
        ("姓名", "身份证号", "出生日期", "住校"),
        (None, None, None, None),
        (None, None, None, None),
        ("张三𠮷", "433123201605120046", datetime(2016, 5, 12), True),
        ("李四", 433123201605120046.0, None, 5),
    )


def test_merged_cells_are_told(tmp_path: Path) -> None:
    rows = f"<Row>{cell('父亲', MergeAcross=1)}{cell('班级', MergeDown=1)}</Row>"
    rows += f"<Row>{cell('姓名')}{cell('电话')}</Row>"
    only = read(tmp_path, book(sheet(rows))).sheets[0]
    assert only.rows == (("父亲", None, "班级"), ("姓名", "电话", None))
    assert only.merged == ((0, 0, 0, 1), (0, 2, 1, 2))


def test_hidden_sheets_are_left_out(tmp_path: Path) -> None:
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    data = book(sheet(f"<Row>{cell('字典')}</Row>", "字典", hidden), sheet(f"<Row>{cell('姓名')}</Row>", "名单"))
    assert [one.name for one in read(tmp_path, data).sheets] == ["名单"]


def test_a_chinese_encoding_keeps_rare_characters(tmp_path: Path) -> None:
    data = book(sheet(f"<Row>{cell('张㛃')}</Row>", "表"), encoding="gb18030").replace(b"gb18030", b"gb2312")
    assert read(tmp_path, data).sheets[0].rows == (("张㛃",),)


def test_what_is_cut_short_or_hostile_is_refused(tmp_path: Path) -> None:
    whole = book(sheet(f"<Row>{cell('姓名')}</Row>"))
    with pytest.raises(CannotRead) as cut:
        read(tmp_path, whole[: len(whole) - 40])
    assert cut.value.reason == "truncated"
    with pytest.raises(CannotRead) as far:
        read(tmp_path, book(sheet(f"<Row>{cell('姓名', Index=9999)}</Row>")))
    assert far.value.reason == "too_many_cells"
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><?mso-application'
    entity = whole.replace(b"<?mso-application", outside)
    entity = entity.replace("姓名".encode(), b"&a;")
    try:
        rows = read(tmp_path, entity).sheets[0].rows
    except CannotRead:
        return
    assert not any("root:" in str(value) for row in rows for value in row)
