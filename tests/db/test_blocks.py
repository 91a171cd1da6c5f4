"""Blocks off the clipboard, as Excel, WPS and our own list put them there."""

import pytest

from app.tablefile import CannotRead
from db.tables import OURS, read_block
from ui.pieces import copying

EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\@";} --></style></head>
<body link=blue><table border=0 cellpadding=0 width=216><!--StartFragment-->
<col width=72 span=3><tr height=19><td height=19 class=xl65 width=72>姓名</td><td class=xl65>身份证号</td><td>备注</td><td>班级</td></tr>
<tr height=19><td class=xl65>周雨桐</td><td class=xl65>433126201605120048</td><td>爱笑<br>怕黑</td><td rowspan=2>三（1）班</td></tr>
<tr height=19><td class=xl65>买买提·艾力</td><td align=right x:num="4.3312620160512E+17">4.33126E+17</td><td>&nbsp;</td></tr>
<!--EndFragment--></table></body></html>"""


def test_excel_s_html_keeps_every_digit_and_line() -> None:
    found = read_block(EXCEL, "姓名\t身份证号\n", "粘贴的表格")
    assert (found.name, found.kind) == ("粘贴的表格", "block")
    assert found.sheets[0].rows == (
        ("姓名", "身份证号", "备注", "班级"), ("周雨桐", "433126201605120048", "爱笑\n怕黑", "三（1）班"),
        ("买买提·艾力", "4.33126E+17", "", ""),
    )  # fmt: skip


def test_text_with_tabs_and_quoted_line_ends() -> None:
    found = read_block("", '姓名\t备注\r\n周雨桐\t"爱笑\n怕""黑"\r\n\t\r\n', "x")
    assert found.sheets[0].rows == (("姓名", "备注"), ("周雨桐", '爱笑\n怕"黑'), ("", ""))


def test_html_without_a_table_gives_way_to_the_text() -> None:
    assert read_block("<p>周雨桐</p>", "周雨桐\t女", "x").sheets[0].rows == (("周雨桐", "女"),)
    assert read_block("<table><tr><td></td></tr></table>", "周雨桐\t女", "x").sheets[0].rows == (("周雨桐", "女"),)


@pytest.mark.parametrize(("html", "text", "reason"), [
    ("", " \n\t\n", "no_table"), ("", "x\n" * 20_002, "too_many_cells"), ("", "\t" * 300, "too_many_cells"),
    ("", "x" * 50_000_001, "too_big"),
])  # fmt: skip
def test_what_is_no_table_or_too_large_is_refused(html: str, text: str, reason: str) -> None:
    with pytest.raises(CannotRead) as caught:
        read_block(html, text, "x")
    assert caught.value.reason == reason


def test_our_own_list_is_known_by_its_mark() -> None:
    data = copying.as_mime([["姓名", "身份证号"], ["<周>", "433126********0048"]])
    assert OURS in data.html()
    found = read_block(data.html(), data.text(), "x")
    assert found.kind == "ours"
    assert found.sheets[0].rows == (("姓名", "身份证号"), ("<周>", "433126********0048"))
