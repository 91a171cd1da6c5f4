"""Odd and hostile files as schools and strangers send them, each made from scratch."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import xlwt

HEAD = ["姓名", "性别", "班级", "身份证号", "父亲电话"]
BOY = ["马凤诗", "男", "三（1）班", "341125201712172250", "13900467715"]
GIRL = ["汪花水", "女", "三(1)班", "341125201712171397", "0743-0036128"]
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def xlsx(*rows: list[object], change: Callable[[openpyxl.Workbook], None] = lambda book: None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(*rows: list[object]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            sheet.write(top, left, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv(encoding: str, delimiter: str = ",", newline: str = "\r\n", quote: bool = False) -> bytes:
    wrap = (lambda cell: f'"{cell}"') if quote else str
    return newline.join(delimiter.join(map(wrap, row)) for row in (HEAD, BOY, GIRL)).encode(encoding)


def html(charset: str, head: str = "") -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (HEAD, BOY, GIRL))
    return f"<html><head><meta charset={charset}>{head}</head><body><table>{rows}</table></body></html>".encode(charset)


def excel_xml() -> bytes:
    rows = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in (HEAD, BOY)
    )
    late = "".join(
        f'<Cell{index}><Data ss:Type="String">{cell}</Data></Cell>'
        for cell, index in zip(GIRL, ("", ' ss:Index="2"', "", "", ""), strict=True)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:'
        f'spreadsheet"><Worksheet ss:Name="Sheet1"><Table>{rows}<Row ss:Index="5">{late}</Row></Table></Worksheet>'
        "</Workbook>"
    ).encode()


def ods() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in (HEAD, BOY, GIRL)
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}><office:body><office:spreadsheet>'
        f'<table:table table:name="Sheet1">{rows}<table:table-row table:number-rows-repeated="1048573">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = with_part(b"", "mimetype", b"application/vnd.oasis.opendocument.spreadsheet")
    return with_part(with_part(kind, "content.xml", content.encode()), "META-INF/manifest.xml", manifest.encode())


def rezipped(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def merged_title(book: openpyxl.Workbook) -> None:
    book.active.insert_rows(1, 2)
    book.active["A1"] = "青山小学学生名册"
    book.active.merge_cells("A1:E1")


def second_sheet(book: openpyxl.Workbook) -> None:
    book.create_sheet("说明")["A1"] = "本表由学校填写"
    hidden = book.create_sheet("旧表")
    hidden.append(HEAD)
    hidden.append(["旧人名", "男", "三（1）班", "", ""])
    hidden.sheet_state = "hidden"


def shifted(book: openpyxl.Workbook) -> None:
    book.active.insert_cols(1, 2)
    book.active.insert_rows(1, 3)


def far_cell(book: openpyxl.Workbook) -> None:
    book.active["XFD1048576"] = "x"


def blank_rows(count: int) -> list[list[object]]:
    return [[] for _ in range(count)]


PLAIN = xlsx(HEAD, BOY, GIRL)
WHOLE_SHEET = rezipped(
    PLAIN, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'ref="A1:E3"', b'ref="A1:XFD1048576"')
)
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
GOOD: dict[str, bytes] = {
    "plain.xlsx": PLAIN,
    "named-csv.csv": PLAIN,
    "named-xls.xls": PLAIN,
    "plain.xls": xls(HEAD, BOY, GIRL),
    "xls-named-xlsx.xlsx": xls(HEAD, BOY, GIRL),
    "title.xlsx": xlsx(HEAD, BOY, GIRL, change=merged_title),
    "sheets.xlsx": xlsx(HEAD, BOY, GIRL, change=second_sheet),
    "shifted.xlsx": xlsx(HEAD, BOY, GIRL, change=shifted),
    "dimension.xlsx": WHOLE_SHEET,
    "blank-rows.xlsx": xlsx(HEAD, BOY, *blank_rows(500), GIRL),
    "total.xlsx": xlsx(HEAD, BOY, [], GIRL, ["合计", "2人"], ["填表人：王老师", "", "审核："]),
    "decorated.xlsx": xlsx(
        ["*姓 名", "性别：", "班级\n名称", "身份证号（18位）", "爸爸电话"],
        ["马凤诗　", "男 ", "3.1班", "'341125201712172250", 13900467715],
        [" 汪花水", "女", "301", "３４１１２５２０１７１２１７１３９７", "\t07430036128"],
    ),
    "utf8.csv": csv("utf-8"),
    "utf8-bom.csv": csv("utf-8-sig"),
    "utf16.csv": csv("utf-16"),
    "utf16-tabs.txt": csv("utf-16", "\t"),
    "gb18030.csv": csv("gb18030"),
    "gbk-semicolon.csv": csv("gbk", ";"),
    "tabs.csv": csv("gb18030", "\t"),
    "quoted.csv": csv("utf-8", quote=True),
    "unix.csv": csv("utf-8", newline="\n"),
    "old-mac.csv": csv("utf-8", newline="\r"),
    "sep.csv": b"sep=;\r\n" + csv("gb18030", ";"),
    "shielded.csv": csv("utf-8").replace(b"341125201712172250", b'="341125201712172250"'),
    "gb.html.xls": html("gb18030"),
    "utf8.html.xls": html("utf-8"),
    "lying-charset.xls": html("utf-8").replace(b"charset=utf-8", b"charset=gb2312"),
    "script.xls": html("utf-8", "<script>alert(1)</script><style>td{}</style>"),
    "xml-declared.xls": b'<?xml version="1.0" encoding="utf-8"?>' + html("utf-8"),
    "excel-2003.xls": excel_xml(),
    "calc.ods": ods(),
    "nested.xls": html("utf-8").replace(
        b"<td>13900467715</td>", b"<td><table><tr><td>13900467715</td></tr></table></td>"
    ),
}
"""Each holds the same two children."""

BOMB = with_part(PLAIN, "xl/media/a.bin", b"\0" * 120_000_000)
BAD: dict[str, tuple[bytes, str]] = {
    "empty.xlsx": (b"", "empty"),
    "bomb.xlsx": (BOMB, "too_big"),
    "far.xlsx": (xlsx(HEAD, BOY, change=far_cell), "too_many_cells"),
    "wide.csv": (b",".join([b"x"] * 201), "too_many_cells"),
    "long.csv": (("姓名\n" + "马凤诗\n" * 20_001).encode(), "too_many_cells"),
    "wide.xls": (xls(["x"] * 256), "too_many_cells"),
    "encrypted.xlsx": (xls(HEAD)[:512] + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512, "encrypted"),
    "macro.xlsm": (with_part(PLAIN, "xl/vbaProject.bin", b"x"), "macro"),
    "word.docx": (with_part(with_part(b"", "word/document.xml", b"x"), "[Content_Types].xml", b"x"), "word"),
    "zip.xlsx": (with_part(b"", "照片.jpg", b"x"), "unknown"),
    "half.xlsx": (PLAIN[: len(PLAIN) // 2], "truncated"),
    "half.xls": (xls(HEAD, BOY)[:700], "damaged"),
    "flipped.xlsx": (PLAIN[:900] + bytes(byte ^ 0x55 for byte in PLAIN[900:1400]) + PLAIN[1400:], ""),
    "picture.xlsx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "picture"),
    "photo.xls": (b"\xff\xd8\xff\xe0" + b"\0" * 64, "picture"),
    "paper.xlsx": (b"%PDF-1.4 x", "pdf"),
    "noise.csv": (bytes(range(256)) * 20, "unknown"),
    "blank.xlsx": (xlsx(), "no_table"),
    "page.xls": (b"<html><body>Please log in</body></html>", "no_table"),
    "laughs.xlsx": (rezipped(PLAIN, "xl/worksheets/sheet1.xml", lambda xml: LAUGHS + xml.split(b"?>", 1)[-1]), ""),
    "no-sheet.xlsx": (rezipped(PLAIN, "xl/worksheets/sheet1.xml", lambda xml: b""), ""),
    "bad-xml.xlsx": (rezipped(PLAIN, "xl/worksheets/sheet1.xml", lambda xml: xml[:400]), ""),
}
"""Content and reason; "" where it may be read or refused, as long as nothing worse happens."""
