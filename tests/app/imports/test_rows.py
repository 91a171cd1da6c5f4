"""What rows of odd tables are read as."""

import pytest

from app.classnames import ClassKey
from app.imports.records import Record
from app.sheets import Cell
from tests.app.imports.reading import read, table

HEAD = ("姓名", "性别", "班级", "身份证号", "出生日期", "家庭住址", "父亲姓名", "父亲电话", "父亲务工地")
GOOD = "341125201712172250"


def one(**cells: Cell) -> Record:
    """The record of a row with these cells, by header."""
    base: dict[str, Cell] = {"姓名": "马凤诗", "班级": "三（1）班", **cells}
    heads = tuple(dict.fromkeys((*HEAD, *base)))
    (record,) = read(table(heads, tuple(base.get(head) for head in heads)))
    return record


def test_blank_total_heading_and_signature_rows_are_no_pupils() -> None:
    found = read(
        table(
            ("青山小学花名册",),
            ("序号", "姓名", "班级", "联系电话"),
            (1.0, "马凤诗", "三（1）班", ""),
            ("", "", "", ""),
            ("序号", "姓名", "班级", "联系电话"),
            (2.0, "万小俊", "三（1）班", ""),
            (3.0, "", "", ""),
            ("小计", "", "", "2人"),
            ("合 计", 2.0, "", ""),
            ("填表人：王老师", "", "审核人：李老师", ""),
        )
    )
    assert [(record.row, record.name) for record in found] == [(3, "马凤诗"), (6, "万小俊")]


def test_a_class_in_the_title_holds_for_all_rows() -> None:
    for title in ("三（1）班留守儿童花名册", "2024级1班"):
        (record,) = read(table((title,), ("姓名", "性别"), ("马凤诗", "女")))
        assert record.class_key == ClassKey("primary", 2024, 1)
    (record,) = read(table(("姓名", "性别"), ("马凤诗", "女"), name="三（1）班.xlsx"))
    assert record.class_key == ClassKey("primary", 2024, 1)


def test_class_headings_between_the_rows() -> None:
    found = read(table(("姓名", "性别"), ("三（1）班", ""), ("马凤诗", "女"), ("三（2）班", ""), ("万小俊", "男")))
    assert [(record.name, record.class_key and record.class_key.number) for record in found] == [
        ("马凤诗", 1),
        ("万小俊", 2),
    ]


def test_two_row_header_without_merges_as_in_a_csv() -> None:
    (record,) = read(
        table(
            ("姓名", "班级", "父亲", "", "", "母亲", ""),
            ("", "", "姓名", "务工地", "电话", "姓名", "电话"),
            ("马凤诗", "三（1）班", "马宇怡", "广东省东莞市", "13900467715", "何建", "0743-0036128"),
        )
    )
    father, mother = record.kin
    assert (father.relation, father.name, father.place, father.phones[0].number) == (
        "父亲",
        "马宇怡",
        "广东省东莞市",
        "13900467715",
    )
    assert (mother.relation, mother.name, mother.phones[0].number) == ("母亲", "何建", "07430036128")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (3.41125201712174e17, "id_damaged"),
        (341125201712172250, "id_damaged"),
        ("3.41E+17", "id_damaged"),
        ("341125201712171000", "id_damaged"),
        ("34112520171217225", "id_length"),
        ("34112520171217225Y", "id_characters"),
    ],
)
def test_a_spoilt_id_refuses_its_row_and_names_the_cell(cell: Cell, code: str) -> None:
    refusal = one(身份证号=cell).refusal
    assert refusal is not None
    assert (refusal.code, refusal.column) == (code, "D")


@pytest.mark.parametrize("cell", [f"'{GOOD}", f"\t{GOOD}\n", "３４１１２５２０１７１２１７２２５０", GOOD.lower()])
def test_an_id_with_decorations(cell: str) -> None:
    assert one(身份证号=cell).values["id_number"] == GOOD


def test_a_wrong_check_digit_is_a_remark() -> None:
    record = one(身份证号="341125201712172251")
    assert record.refusal is None
    assert [problem.code for problem in record.problems] == ["id_check_digit"]
    assert record.values["id_number"] == "341125201712172251"


def test_birth_and_sex_come_from_the_id_only_where_the_row_is_silent() -> None:
    silent = one(身份证号=GOOD)
    assert (silent.values["birth"], silent.values["sex"], silent.soft) == ("2017-12-17", "男", {"birth", "sex"})
    told = one(身份证号=GOOD, 出生日期="2017.12", 性别="女")
    assert (told.values["birth"], told.values["sex"], told.soft) == ("2017-12-17", "女", frozenset())
    assert [problem.code for problem in told.problems] == ["sex_differs"]


def test_masked_cells_say_nothing() -> None:
    record = one(身份证号="341125****\n****2250", 父亲姓名="马宇怡", 父亲电话="139****7715")
    assert "id_number" not in record.values
    assert record.id_mask == "341125********2250"
    assert record.kin[0].phones == ()


@pytest.mark.parametrize(("cell", "code"), [("", "no_name"), ("马", "name_incomplete"), ("马*诗", "name_incomplete")])
def test_names_that_are_none(cell: str, code: str) -> None:
    refusal = one(姓名=cell, 性别="女").refusal
    assert refusal is not None and refusal.code == code


@pytest.mark.parametrize(
    ("text", "code"), [("转走了", "class_unreadable"), ("2015级1班", "class_gone"), ("0班", "class_unreadable")]
)
def test_classes_that_are_none(text: str, code: str) -> None:
    refusal = one(班级=text).refusal
    assert refusal is not None and (refusal.code, refusal.column) == (code, "C")


def test_the_register_has_class_number_and_entry_month() -> None:
    (record,) = read(table(("姓名", "班号", "入学年月", "出生日期"), ("马凤诗", "1", "202409", "20171217")))
    assert record.class_key == ClassKey("primary", 2024, 1)
    (record,) = read(table(("姓名", "班号", "入学年月", "出生日期"), ("马凤诗", 1.0, 202409.0, "20121217")))
    assert record.class_key == ClassKey("junior", 2024, 1)


def test_同上_looks_up_and_is_soft() -> None:
    found = read(
        table(
            ("姓名", "班级", "身份证号", "家庭住址"),
            ("马凤诗", "三（1）班", 3.4e17, "石桥村8组"),
            ("万小俊", "三（1）班", "", "同上"),
            ("韦俊", "同上", "", "〃"),
        )
    )
    assert found[0].refusal is not None
    assert [record.values["address"] for record in found[1:]] == ["石桥村8组", "石桥村8组"]
    assert found[1].soft == {"address"}
    assert found[2].class_key == ClassKey("primary", 2024, 1)


@pytest.mark.parametrize(
    ("place", "home"),
    [("在家务农", True), ("本村", True), ("在家", True), ("广东省东莞市", False), ("", None), ("无", None)],
)
def test_where_a_parent_is(place: str, home: bool | None) -> None:
    record = one(父亲姓名="马宇怡", 父亲务工地=place)
    assert record.kin[0].at_home is home


def test_the_dead_are_not_somewhere() -> None:
    for cells in ({"父亲姓名": "马宇怡（已故）"}, {"父亲姓名": "马宇怡", "父亲务工地": "已去世"}, {"父亲姓名": "已故"}):
        person = one(**cells).kin[0]
        assert (person.state, person.at_home) == ("dead", None)


def test_an_address_tells_where_a_parent_is_when_no_work_place_does() -> None:
    heads = ("姓名", "班级", "现住址", "成员1姓名", "成员1关系", "成员1现住址")
    at_home, away = read(
        table(
            heads,
            ("马凤诗", "三（1）班", "安徽省石桥村8组", "马宇怡", "爸爸", "安徽省石桥村8组"),
            ("万小俊", "三（1）班", "安徽省石桥村8组", "万诗丽", "爸爸", "广东省东莞市"),
        )
    )
    assert (at_home.kin[0].at_home, at_home.kin[0].relation) == (True, "父亲")
    assert (away.kin[0].at_home, away.kin[0].place) == (False, "广东省东莞市")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("非留守儿童", "none"),
        ("单亲留守儿童", "one_away"),
        ("双亲留守儿童", "both_away"),
        ("否", "none"),
        ("是", ""),
        ("1", ""),
    ],
)
def test_claims_are_words_never_bare_numbers(text: str, claim: str) -> None:
    record = one(是否留守儿童=text)
    assert record.claim == claim
    assert [problem.code for problem in record.problems] == ([] if claim else ["claim_unreadable"])


def test_guardian_who_is_a_parent_is_one_person() -> None:
    (record,) = read(
        table(
            ("姓名", "班级", "父亲", "", "监护人", "", ""),
            ("", "", "姓名", "电话", "姓名", "与学生关系", "电话"),
            ("马凤诗", "三（1）班", "马宇怡", "13900467715", "马宇怡", "父子", "13900467716"),
        )
    )
    (father,) = record.kin
    assert [phone.number for phone in father.phones] == ["13900467715", "13900467716"]
    assert not father.carer


def test_nothing_of_a_file_is_lost() -> None:
    assert one(血型="A型").other == {"血型": "A型"}


def test_a_formula_without_a_result_is_said() -> None:
    (record,) = read(table(("姓名", "班级"), ("马凤诗", ""), formulas_without_value=((1, 1),)))
    assert record.refusal is not None
    assert (record.refusal.code, record.refusal.column) == ("formula_without_value", "B")


def test_15_digit_and_foreign_numbers() -> None:
    assert one(身份证号="341125171217225").refusal is None
    assert one(身份证号="HK1234567", 身份证件类型="港澳居民来往内地通行证").refusal is None


def test_a_child_without_a_number_yet_is_let_in() -> None:
    record = one(身份证号="办理中")
    assert (record.refusal, "id_number" in record.values) == (None, False)
    assert [problem.code for problem in record.problems] == ["id_none"]


def test_any_number_that_lost_its_digits_is_refused() -> None:
    (record,) = read(table(("姓名", "班级", "学籍辅号"), ("马凤诗", "三（1）班", 3.4e18)))
    assert record.refusal is not None
    assert (record.refusal.code, record.refusal.column) == ("number_damaged", "C")


def test_bare_headers_belong_to_the_person_before_them() -> None:
    (record,) = read(
        table(
            (
                "姓名",
                "班级",
                "父亲姓名",
                "务工地点",
                "联系电话",
                "母亲姓名",
                "务工地点",
                "联系电话",
                "监护人",
                "与学生关系",
            ),
            ("马凤诗", "三（1）班", "马宇怡", "东莞市", "13900467715", "何建", "在家", "13900467716", "夏远", "爷爷"),
        )
    )
    father, mother, carer = record.kin
    assert (father.name, father.place, father.phones[0].number) == ("马宇怡", "东莞市", "13900467715")
    assert (mother.name, mother.at_home, mother.phones[0].number) == ("何建", True, "13900467716")
    assert (carer.relation, carer.name, carer.carer) == ("祖父", "夏远", True)


def test_a_single_bare_phone_is_the_households() -> None:
    (record,) = read(table(("姓名", "班级", "父亲姓名", "联系电话"), ("马凤诗", "三（1）班", "马宇怡", "13900467715")))
    assert (record.kin[0].phones, record.values["phone"]) == ((), "13900467715")


@pytest.mark.parametrize(
    ("cell", "name"),
    [("奶奶 李秀英", "李秀英"), ("李秀英（奶奶）", "李秀英"), ("奶奶：李秀英", "李秀英"), ("奶奶", "")],
)
def test_relation_and_name_in_one_cell(cell: str, name: str) -> None:
    person = one(谁带=cell).kin[0]
    assert (person.relation, person.name, person.carer) == ("祖母", name, True)


def test_a_grade_in_the_title_completes_the_class_numbers_below() -> None:
    found = read(table(("青山小学三年级学生名册",), ("姓名", "班级"), ("马凤诗", "1班"), ("万小俊", 2.0)))
    assert [record.class_key for record in found] == [ClassKey("primary", 2024, 1), ClassKey("primary", 2024, 2)]
    (record,) = read(table(("三年级、四年级名册",), ("姓名", "班级"), ("马凤诗", "1班")))
    assert record.refusal is not None and record.refusal.code == "class_unreadable"


@pytest.mark.parametrize(
    ("cell", "name", "numbers"),
    [
        ("马宇怡 13900467715", "马宇怡", ["13900467715"]),
        ("马宇怡（0743-0036128）", "马宇怡", ["07430036128"]),
        ("李秀英13800122607、13900467715", "李秀英", ["13800122607", "13900467715"]),
        ("奶奶 李秀英 13800122607", "李秀英", ["13800122607"]),
        ("马宇怡（已故）", "马宇怡", []),
    ],
)
def test_name_and_number_in_one_cell(cell: str, name: str, numbers: list[str]) -> None:
    kin = one(监护人姓名=cell).kin[0]
    assert (kin.name, [phone.number for phone in kin.phones]) == (name, numbers)


def test_a_birth_that_is_still_to_come_is_left_out_and_said() -> None:
    record = one(身份证号="", 出生日期="2029-05-01")
    assert "birth" not in record.values
    assert [problem.code for problem in record.problems] == ["birth_future"]
    assert one(身份证号="", 出生日期="2017").values["birth"] == "2017"


@pytest.mark.parametrize(("header", "cell", "field", "value"), [
    ("收入来源", "打工收入、种养殖业", "income", "务工、务农"),
    ("家庭主要收入来源", "开小卖部", "income", "其他"),
    ("救助保障", "最低生活保障/建档立卡户", "aid", "建档立卡、低保"),
    ("享受救助情况", "无", "aid", "无"),
    ("父母婚姻状况", "再婚", "marriage", "在婚"),
    ("婚姻状况", "离婚", "marriage", "离异"),
    ("是否签委托照护书", "是", "entrusted", "已签"),
    ("委托照护书", "未签", "entrusted", "未签"),
    ("约好通话", "每周六 19:00", "call_time", "每周六 19:00"),
    ("帮扶需求", "想配眼镜", "needs", "想配眼镜"),
])
def test_the_familys_circumstances_in_the_words_of_the_form(header: str, cell: str, field: str, value: str) -> None:
    assert one(**{header: cell}).values[field] == value


def test_what_is_not_said_of_the_family_changes_nothing() -> None:
    read_one = one(收入来源="", 救助保障="—", 婚姻状况="不详", 委托照护书="")
    assert not {"income", "aid", "marriage", "entrusted"} & read_one.values.keys()
