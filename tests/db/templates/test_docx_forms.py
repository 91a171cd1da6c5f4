"""Word forms filled with the hard-case school and read back cell by cell."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from app.children import Child
from app.fingerprint import card_scene
from app.templates.filling import Order, fill
from app.templates.guess import guess
from db.templates.forms import filled, form_of
from tests.db.templates.county_forms import word_form, word_list
from tests.ui.paper.hard_school import DAY, LONG_ADDRESS, SCHOOL_NAME, child, hard_children, snapshot

CHILDREN = hard_children()


def raw(data: bytes, children: list[Child], *, full: bool = False) -> bytes:
    form = form_of(data)
    return filled(data, fill(form, guess(form, DAY), Order(children, card_scene(snapshot(children), DAY), full)))


def fill_in(data: bytes, children: list[Child], *, full: bool = False) -> Any:
    return docx.Document(BytesIO(raw(data, children, full=full)))


def rows(table: Any) -> list[list[str]]:
    """Texts of the cells that are really there."""
    return [[docx.table._Cell(cell, table).text for cell in row._tr.tc_lst] for row in table.rows]


def built(make: Callable[[Any], None]) -> bytes:
    made = docx.Document()
    make(made)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_form_for_one_child() -> None:
    made = fill_in(word_form(), CHILDREN[:1])
    assert [paragraph.text for paragraph in made.paragraphs if paragraph.text] == [
        "关爱服务登记卡", f"学校：{SCHOOL_NAME}  填表日期：2026年11月24日", "周雨桐同学的班主任是李秀兰，电话13500618842。",
    ]  # fmt: skip
    assert rows(made.tables[0]) == [
        ["姓名", "周雨桐", "性别", "□男 ☑女", "出生日期", "2016年5月12日"],
        ["民族", "土家族", "班级", "三（1）班", "就读方式", "走读☑ 住校□"],
        ["身份证号", "433123********0042", "家庭住址", "湖南省湘西州凤凰县青石坪镇大坪村六组 18 号"],
        ["父亲\n", "姓名", "周建国", "联系电话", "13900467715"],
        ["", "务工地", "广东省东莞市长安镇"],
        ["母亲姓名", "吴秀英", "联系电话", "13600289034", "务工地", "浙江省宁波市鄞州区"],
        ["代理家长", "", "与儿童关系", "", "联系电话", ""],
    ]
    line = made.paragraphs[1]
    assert [(run.text, run.underline) for run in line.runs][1] == (SCHOOL_NAME, True)


def test_a_page_for_each_child() -> None:
    made = fill_in(word_form(), CHILDREN, full=True)
    assert len(made.tables) == 5 and len(made.sections) == 5
    assert [table.cell(0, 1).text for table in made.tables] == [one.name for one in CHILDREN]
    assert made.tables[1].cell(2, 4).text == LONG_ADDRESS
    assert made.tables[0].cell(2, 1).text == "433123201605120042"
    assert [made.tables[2].cell(3, 2).text, made.tables[2].cell(4, 2).text] == ["—", "已去世"]
    assert {section.start_type for section in made.sections} == {docx.enum.section.WD_SECTION.NEW_PAGE}
    assert {section.left_margin for section in made.sections} == {made.sections[0].left_margin}
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert sum(text.endswith("。") and "班主任" in text for text in texts) == 5
    assert "欧阳阿依古丽同学的班主任是李秀兰，电话13500618842。" in texts


def test_a_list_grows_and_keeps_its_total() -> None:
    made = fill_in(word_list(), [child(number, f"孩子{number}") for number in range(1, 9)])
    table = rows(made.tables[0])
    assert [row[0] for row in table] == ["序号", *map(str, range(1, 9)), "合计"]
    assert table[8] == ["8", "孩子8", "女", "433123********0181", "龙妹珍", "07430036128"]
    assert made.paragraphs[1].text == "班级：三（1）班  班主任：李秀兰__  人数：8___"
    assert made.tables[0].rows[9].cells[1].text == "8"


def test_a_list_that_is_longer_than_the_children() -> None:
    table = rows(fill_in(word_list(), CHILDREN[:1]).tables[0])
    assert [row[:2] for row in table] == [["序号", "姓名"], ["1", "周雨桐"], ["", ""], ["", ""], ["合计", "1"]]


def test_text_takes_the_look_of_the_blank() -> None:
    def make(made: Any) -> None:
        table = made.add_table(rows=1, cols=4)
        for col, text in enumerate(("姓名", "", "班级", "")):
            table.cell(0, col).text = text
        mark = table.cell(0, 1).paragraphs[0]._p.get_or_add_pPr()
        mark.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:rFonts w:eastAsia="楷体"/><w:sz w:val="32"/></w:rPr>'))

    cell = fill_in(built(make), CHILDREN[:1]).tables[0].cell(0, 1)
    look = cell.paragraphs[0].runs[0]._r.rPr
    assert cell.text == "周雨桐"
    assert look.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "楷体" and look.find(qn("w:sz")).get(qn("w:val")) == "32"


def test_boxes_of_the_symbol_font_and_content_controls() -> None:
    def make(made: Any) -> None:
        line = made.add_paragraph("性别：")._p
        for word in ("男", "女"):
            line.append(parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="F0A8"/><w:t xml:space="preserve">{word}  </w:t></w:r>'))
        line = made.add_paragraph("姓名：")._p
        line.append(parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="5"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
            '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>单击此处</w:t></w:r><w:r><w:t>输入文字</w:t></w:r>'
            "</w:sdtContent></w:sdt>"
        ))  # fmt: skip

    made = fill_in(built(make), CHILDREN[:2])
    xml = made.element.xml
    assert xml.count('w:char="F0FE"') == 2 and xml.count('w:char="F0A8"') == 2
    assert "showingPlcHdr" not in xml and "单击此处" not in xml and "输入文字" not in xml
    assert ">周雨桐<" in xml and xml.count('<w:id w:val="5"/>') == 1


def test_a_fixed_height_gives_way_and_a_placeholder_may_be_torn() -> None:
    def make(made: Any) -> None:
        table = made.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "家庭住址"
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f'<w:trHeight {nsdecls("w")} w:val="300" w:hRule="exact"/>'))
        line = made.add_paragraph()
        for part in ("{{姓", "名}", "}同学"):
            line.add_run(part)

    made = fill_in(built(make), CHILDREN[1:2])
    assert 'w:hRule="atLeast"' in made.element.xml and made.tables[0].cell(0, 1).text == LONG_ADDRESS
    assert [one.text for one in made.paragraphs] == [f"{CHILDREN[1].name}同学"]


def test_the_rest_of_the_file_is_as_it_was() -> None:
    before, after = word_form(), raw(word_form(), CHILDREN[:1])
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        assert set(old.namelist()) == set(new.namelist())
        for name in old.namelist():
            if name not in ("word/document.xml", "[Content_Types].xml"):
                assert old.read(name) == new.read(name), name
