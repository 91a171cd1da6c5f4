"""A block without a header: every column is told by its values, or left for a person to say."""

from app.imports import headless
from app.imports.headers import guess
from app.imports.rows import records
from app.sheets import Cell
from tests.app.imports.reading import AS_OF, table

ROWS: tuple[tuple[Cell, ...], ...] = (
    ("1", "周雨桐", "女", "三（1）班", "433126201605120048", "苗族", "青石坪村3组", "爸爸", "周建华", "139 0046 7715"),
    ("2", "罗子轩", "男", "三（1）班", "433126201603040033", "汉族", "吉信镇大坪村", "奶奶", "龙秀英", "13812340001"),
    ("3", "田小禾", "女", "三（1）班", "", "土家族", "吉信镇街上", "妈妈", "彭桂芝", "13812340003"),
)


def fields(*rows: tuple[Cell, ...]) -> list[str]:
    return [column.field for column in headless.mapping(table(*rows), 0, AS_OF).columns]


def test_columns_are_told_by_their_values() -> None:
    assert fields(*ROWS) == [
        "", "name", "sex", "class", "id_number", "ethnicity", "address", "监护人.relation", "监护人.name", "监护人.phone",
    ]  # fmt: skip


def test_every_row_is_a_child() -> None:
    block = table(*ROWS)
    assert guess(block, AS_OF) == ()
    found = records(block, headless.guess(block, AS_OF), AS_OF)
    assert [one.name for one in found] == ["周雨桐", "罗子轩", "田小禾"]
    assert found[0].values["id_number"] == "433126201605120048"
    assert [(kin.relation, kin.name) for kin in found[0].kin] == [("父亲", "周建华")]
    assert found[0].kin[0].phones[0].number == "13900467715"
    assert found[0].other == {}


def test_a_phone_of_nobody_is_the_household_s_and_a_second_name_nobody_s() -> None:
    assert fields(("周雨桐", "周建华", "13900467715"), ("罗子轩", "罗大勇", "13812340001")) == ["name", "", "phone"]


def test_choices_of_the_register_are_no_names() -> None:
    assert fields(("是", "走读", "汉族", "20160512"), ("否", "住校", "苗族", "20160304")) == [
        "", "boarding", "ethnicity", "birth",
    ]  # fmt: skip
    assert headless.guess(table(("是", "走读"), ("否", "住校")), AS_OF) == ()


def test_a_block_of_our_own_list_brings_no_shortened_address_and_no_guessed_carer() -> None:
    block = table(("姓名", "班级", "现住址", "谁带", "父亲电话"), ("周雨桐", "三（1）班", "青石坪村", "石翠英 外婆", "139****7715"))
    (mapping,) = map(headless.own_list, guess(block, AS_OF))
    assert mapping.own
    assert [column.field for column in mapping.columns] == ["name", "class", "", "", "父亲.phone"]
