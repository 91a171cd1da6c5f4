"""Headers are found wherever they stand and whatever they are called; every guess can be put right."""

from dataclasses import replace
from datetime import date

import pytest

from app.imports.aliases import field_of, field_under
from app.imports.headers import by_hand, guess, letter
from tests.app.imports.reading import AS_OF, table

ALIASES = {
    "name": "姓名 学生姓名 姓名* 姓 名",
    "register_number": "学籍号 全国学籍号 国网学籍号",
    "register_aux": "学籍辅号 省网学籍号",
    "id_number": "身份证件号 身份证件号码 身份证号 身份证 公民身份号码 身份证号（18位）",
    "birth": "出生日期 出生年月 出生\n年月",
    "class": "班级 班号 班级号 班级名称",
    "grade": "年级 年级名称",
    "ethnicity": "民族 名族",
    "travel": "上下学方式 上下学交通方式",
    "residence_code": "户口所在地 户口所在地行政区划",
    "claim": "是否留守儿童 是否农村留守儿童 是否留守学生",
    "": "序号 学校标识码 学校标示码 原因",
    "成员1.name": "成员1姓名 家庭成员1姓名 成员一姓名",
    "成员2.phone": "成员2联系电话 成员2电话 成员2手机",
    "成员1.guardian": "成员1是否监护人",
    "父亲.phone": "父亲电话 爸爸电话 父亲联系电话 父亲手机号码",
    "母亲.place": "母亲务工地 妈妈打工地点 母亲外出务工地址",
    "监护人.relation": "监护人与学生关系 监护人关系",
    "照料人.name": "实际照料人姓名 受委托人姓名 照料人",
    "祖父.phone": "爷爷电话",
}


@pytest.mark.parametrize(
    ("field", "header"), [(key, name) for key, text in ALIASES.items() for name in text.split(" ")]
)
def test_names_of_columns(field: str, header: str) -> None:
    if header not in ("姓", "名"):
        assert field_of(header) == field


@pytest.mark.parametrize(
    ("top", "below", "field"),
    [
        ("父亲", "姓名", "父亲.name"),
        ("父亲情况", "务工地", "父亲.place"),
        ("监护（照料）人", "关系", "监护人.relation"),
        ("家庭成员1", "联系电话", "成员1.phone"),
        ("姓名", "", "name"),
        ("基本信息", "性别", "sex"),
    ],
)
def test_names_under_a_group(top: str, below: str, field: str) -> None:
    assert field_under(top, below) == field


@pytest.mark.parametrize("above", [0, 1, 2, 6])
def test_the_header_is_found_under_titles(above: int) -> None:
    titles = [("青山小学学生名单", "", "")] * above
    (mapping,) = guess(table(*titles, ("姓名", "性别", "班级"), ("马凤诗", "女", "三（1）班")), AS_OF)
    assert (mapping.header_row, mapping.header_rows) == (above, 1)


def test_an_unnamed_column_of_ids_is_recognized_by_value() -> None:
    (mapping,) = guess(
        table(("姓名", "性别", "号"), ("马凤诗", "男", "341125201712172250"), ("汪花水", "男", "341125201712171397")),
        AS_OF,
    )
    column = mapping.column("id_number")
    assert column is not None
    assert (column.letter, column.why, column.samples) == ("C", "value", ("341125201712172250", "341125201712171397"))


def test_a_guess_is_put_right_and_remembered_by_headers() -> None:
    one = table(("姓名", "班级", "手边号码"), ("马凤诗", "三（1）班", "13900467715"))
    (mapping,) = guess(one, AS_OF)
    assert mapping.columns[2].field == "other"
    fixed = mapping.with_field(2, "父亲.phone")
    assert (fixed.columns[2].field, fixed.columns[2].why) == ("父亲.phone", "hand")
    other = table(("手边号码", "姓名", "班级"), ("13900467716", "韦俊", "三（1）班"), name="别的.xlsx")
    (again,) = guess(other, AS_OF)
    assert again.fingerprint() == mapping.fingerprint()
    assert again.with_choices(fixed.choices()).columns[0].field == "父亲.phone"


def test_a_field_stands_in_one_column_only() -> None:
    (mapping,) = guess(table(("姓名", "电话", "联系电话"), ("马凤诗", "1", "2")), AS_OF)
    moved = mapping.with_field(2, "phone")
    assert [column.field for column in moved.columns] == ["name", "other", "phone"]


def test_several_sheets() -> None:
    one = table(("姓名", "性别"), ("马凤诗", "女"))
    book = replace(one, sheets=(*one.sheets, replace(one.sheets[0], rows=(("说明",),)), one.sheets[0]))
    assert [mapping.sheet for mapping in guess(book, AS_OF)] == [0, 2]


def test_no_header_and_one_shown_by_hand() -> None:
    strange = table(("甲", "乙"), ("马凤诗", "三（1）班"))
    assert guess(strange, AS_OF) == ()
    mapping = by_hand(strange, 0, 0, date(2026, 9, 1)).with_field(0, "name")
    assert mapping.column("name") is not None


def test_letters() -> None:
    assert [letter(index) for index in (0, 25, 26, 70, 701, 702)] == ["A", "Z", "AA", "BS", "ZZ", "AAA"]


def test_an_empty_sheet_has_no_columns() -> None:
    assert by_hand(table(), 0, 0, AS_OF).columns == ()
