"""Rows beside a real school file: the same child, the same kin, the same value (rules.md), and what is written."""

from datetime import date

import pytest

from app.changes import Update
from app.children import Child, Kin
from app.edits import refuse_whereabouts, set_whereabouts
from app.imports.headers import guess
from app.imports.planning import resolve
from app.imports.writing import changes, refused_sheet
from app.sheets import Cell, TableFile
from app.whereabouts import proposed
from db.store import FileStore
from tests.app.imports.reading import AS_OF, bring_in, planned, read, table

HEAD = (
    "姓名",
    "班级",
    "身份证号",
    "出生日期",
    "家庭住址",
    "父亲姓名",
    "父亲电话",
    "父亲务工地",
    "监护人姓名",
    "监护人关系",
    "监护人电话",
)
ID, OTHER_ID = "341125201712172250", "341125201712171397"


def row(**cells: Cell) -> tuple[Cell, ...]:
    base: dict[str, Cell] = {"姓名": "马凤诗", "班级": "三（1）班", **cells}
    return tuple(base.get(head, "") for head in HEAD)


def sheet(*rows: tuple[Cell, ...]) -> TableFile:
    return table(HEAD, *rows)


def only(store: FileStore) -> Child:
    (child,) = store.snapshot().children.values()
    return child


def father(store: FileStore) -> Kin:
    return next(kin for kin in only(store).kin if kin.relation == "父亲")


FULL = row(
    身份证号=ID, 家庭住址="安徽省定远县石桥村8组", 父亲姓名="马宇怡", 父亲电话="13900467715",
    父亲务工地="广东省东莞市长安镇五金厂",
    监护人姓名="夏远", 监护人关系="爷爷", 监护人电话="0743-0036128",
)  # fmt: skip


@pytest.fixture
def one(store: FileStore) -> FileStore:
    plan = bring_in(store, sheet(FULL))
    assert [entry.kind for entry in plan.rows] == ["new"]
    assert plan.proposals == 1
    return store


def fields(store: FileStore, **cells: Cell) -> list[str]:
    """What a second file with this row would change."""
    (entry,) = planned(store, sheet(row(**cells))).rows
    assert entry.kind == ("changed" if entry.diffs else "unchanged")
    return [diff.field for diff in entry.diffs]


def test_what_one_row_makes(one: FileStore) -> None:
    child = only(one)
    assert (child.name, child.birth, child.sex, child.pinyin) == ("马凤诗", "2017-12-17", "男", "ma feng shi")
    assert [(kin.relation, kin.name, [phone.number for phone in kin.phones]) for kin in child.kin] == [
        ("父亲", "马宇怡", ["13900467715"]),
        ("祖父", "夏远", ["07430036128"]),
    ]
    (where,) = father(one).whereabouts
    assert (where.kind, where.place, where.confirmed_on, where.from_day, where.source) == (
        "away", "广东省东莞市长安镇五金厂", None, None, "名单.xlsx",
    )  # fmt: skip
    (care,) = child.cares
    assert care.kin_id == child.kin[1].id
    (enrolment,) = child.enrolments
    assert enrolment.from_day == AS_OF


def test_blank_masked_and_vaguer_cells_change_nothing(one: FileStore) -> None:
    assert fields(one) == []
    assert fields(one, 身份证号="341125********2250", 父亲电话="139****7715", 家庭住址="—") == []
    assert (
        fields(one, 身份证号=ID, 出生日期="2017.12", 家庭住址="石桥村8组", 父亲姓名="马宇怡", 父亲务工地="广东东莞")
        == []
    )


def test_a_number_known_in_any_place_changes_nothing_an_unknown_one_comes_first(one: FileStore) -> None:
    known: dict[str, Cell] = {"父亲姓名": "马宇怡"}
    assert fields(one, **known, 父亲电话=13900467715.0) == []
    bring_in(one, sheet(row(**known, 父亲电话="13900462280")))
    assert [phone.number for phone in father(one).phones] == ["13900462280", "13900467715"]
    assert fields(one, **known, 父亲电话="139-0046-7715") == []
    bring_in(one, sheet(row(**known, 父亲电话="13900467715/0743-0036128")))
    assert [phone.number for phone in father(one).phones] == ["13900462280", "13900467715", "07430036128"]
    bring_in(one, sheet(row(**known, 父亲电话="空号")))
    assert [phone.state for phone in father(one).phones] == ["空号", "", ""]
    assert fields(one, **known, 父亲电话="空号") == []


def test_another_name_for_the_father_is_a_proposed_replacement(one: FileStore) -> None:
    before = father(one).id
    (entry,) = planned(one, sheet(row(父亲姓名="马大宇"))).rows
    assert [(diff.field, diff.old, diff.new, diff.doubt) for diff in entry.diffs] == [
        ("kin_name", "马宇怡", "马大宇", True)
    ]
    bring_in(one, sheet(row(父亲姓名="马大宇")))
    assert (father(one).id, father(one).name) == (before, "马大宇")


def test_a_new_work_place_is_a_new_proposal(one: FileStore) -> None:
    bring_in(one, sheet(row(父亲姓名="马宇怡", 父亲务工地="浙江省宁波市")))
    assert [where.place for where in father(one).whereabouts] == ["浙江省宁波市"]
    bring_in(one, sheet(row(父亲姓名="马宇怡", 父亲务工地="在家务农")))
    assert [where.kind for where in father(one).whereabouts] == ["home"]


def test_another_carer_ends_the_first_ones_time(one: FileStore) -> None:
    bring_in(one, sheet(row(监护人姓名="邓秋菊", 监护人关系="姑姑")), as_of=date(2026, 10, 8))
    first, second = sorted(only(one).cares, key=lambda care: care.id)
    assert (first.until_day, second.from_day, second.until_day) == (date(2026, 10, 8), date(2026, 10, 8), None)
    assert fields(one, 监护人姓名="邓秋菊", 监护人关系="姑姑") == []


def test_another_class_moves_the_child(one: FileStore) -> None:
    day = date(2026, 10, 8)
    table_ = sheet(row(身份证号=ID, 班级="三（2）班"))
    assert [(diff.old, diff.new) for diff in planned(one, table_, day).rows[0].diffs] == [("三（1）班", "三（2）班")]
    bring_in(one, table_, day)
    first, second = only(one).enrolments
    assert (first.until_day, first.left_how, second.from_day) == (day, "调班", day)
    assert fields(one, 身份证号=ID, 班级="三（2）班") == []


def test_the_same_class_a_year_later_is_no_move(one: FileStore) -> None:
    (entry,) = planned(one, sheet(row(身份证号=ID, 班级="四（1）班")), date(2027, 9, 1)).rows
    assert entry.kind == "unchanged"


def test_a_child_who_left_comes_back(one: FileStore) -> None:
    one.apply("转出", [Update("enrolment", only(one).enrolments[0].id, {"until_day": "2026-10-01"})])
    bring_in(one, sheet(row(身份证号=ID)), date(2027, 2, 23))
    assert [(entry.from_day, entry.until_day) for entry in only(one).enrolments] == [
        (AS_OF, date(2026, 10, 1)),
        (date(2027, 2, 23), None),
    ]


def test_names_alone_match_within_the_class_or_are_doubtful(one: FileStore) -> None:
    kinds = {
        "三（1）班": "unchanged",
        "三（2）班": "doubtful",
        "": "doubtful",
    }
    for text, kind in kinds.items():
        (entry,) = planned(one, sheet(row(班级=text))).rows
        assert entry.kind == kind
    (entry,) = planned(one, sheet(row(出生日期="2016-05-05"))).rows
    assert (entry.kind, entry.candidates) == ("doubtful", (only(one).id,))
    (entry,) = planned(one, sheet(row(姓名="马小诗"))).rows
    assert entry.kind == "new"


def test_doubtful_rows_are_decided_by_a_person(one: FileStore) -> None:
    plan = planned(one, sheet(row(班级="三（2）班")))
    child_id = only(one).id
    assert changes(plan) == []
    same = resolve(plan, 0, child_id)
    assert (same.rows[0].kind, same.rows[0].child_id) == ("changed", child_id)
    new = resolve(same, 0, "new")
    assert (new.rows[0].kind, new.rows[0].candidates) == ("new", (child_id,))
    one.apply("导入", changes(new), kind="import")
    assert len(one.snapshot().children) == 2
    with pytest.raises(ValueError):
        resolve(plan, 0, 999)
    with pytest.raises(ValueError):
        resolve(planned(one, sheet(row(班级=""))), 0, "new")


def test_the_same_child_twice_in_a_file(store: FileStore) -> None:
    rows = (row(身份证号=ID), row(身份证号=OTHER_ID, 姓名="汪花水"), row(身份证号=ID, 姓名="马凤诗 "))
    plan = planned(store, sheet(*rows))
    assert [entry.kind for entry in plan.rows] == ["new", "new", "refused"]
    assert plan.rows[2].reason is not None
    assert (plan.rows[2].reason.code, plan.rows[2].reason.args) == ("duplicate", ("2",))


def test_two_of_one_name_in_a_class(store: FileStore) -> None:
    told_apart = planned(store, sheet(row(出生日期="2017-01-01"), row(出生日期="2017-02-02")))
    assert [entry.kind for entry in told_apart.rows] == ["new", "new"]
    alike = planned(store, sheet(row(父亲姓名="马宇怡"), row(父亲姓名="马强")))
    assert [entry.kind for entry in alike.rows] == ["new", "doubtful"]
    again = planned(store, sheet(row(), row()))
    assert [entry.kind for entry in again.rows] == ["new", "refused"]


def test_absent_pupils_are_listed_never_changed(store: FileStore) -> None:
    bring_in(store, sheet(row(身份证号=ID), row(身份证号=OTHER_ID, 姓名="汪花水"), row(姓名="韦俊", 班级="三（2）班")))
    by_name = {child.name: child.id for child in store.snapshot().children.values()}
    assert planned(store, sheet(row(身份证号=ID))).absent == (by_name["汪花水"],)
    spoilt = sheet(row(身份证号=ID), row(姓名="汪花水", 身份证号=3.4e17))
    assert planned(store, spoilt).absent == ()


def test_a_new_child_without_a_class_is_refused(store: FileStore) -> None:
    (entry,) = planned(store, sheet(row(班级=""))).rows
    assert entry.reason is not None and entry.reason.code == "no_class"


def test_rows_left_out_are_not_written(one: FileStore) -> None:
    plan = planned(one, sheet(row(身份证号=ID, 父亲姓名="马宇怡", 父亲电话="13900462280"), row(姓名="韦俊")))
    assert changes(plan.choose({0: False, 1: False})) == []
    one.apply("导入", changes(plan.choose({0: False})), kind="import")
    assert [phone.number for phone in father_of(one, "马凤诗").phones] == ["13900467715"]


def father_of(store: FileStore, name: str) -> Kin:
    child = next(child for child in store.snapshot().children.values() if child.name == name)
    return child.kin[0]


def test_names_with_a_separator_and_rare_characters(store: FileStore) -> None:
    rows = (row(姓名="古丽娜尔•艾合买提"), row(姓名="𬶏𠮷䶮"))
    bring_in(store, sheet(*rows))
    assert {child.name for child in store.snapshot().children.values()} == {"古丽娜尔·艾合买提", "𬶏𠮷䶮"}
    assert [entry.kind for entry in planned(store, sheet(*rows)).rows] == ["unchanged", "unchanged"]


def test_the_rows_left_out_become_a_sheet_that_can_be_imported(store: FileStore) -> None:
    one = sheet(row(身份证号=3.41125201712174e17), row(身份证号=OTHER_ID, 姓名="汪花水"))
    (mapping,) = guess(one, AS_OF)
    out = refused_sheet(planned(store, one), one, mapping, lambda problem: f"坏了 {problem.column}", "原因")
    assert out.rows[0][-1] == "坏了 C"
    heads = tuple(column.heads[-1] for column in out.columns)
    (record,) = read(table((out.title,), heads, (*out.rows[0][:2], ID, *out.rows[0][3:])))
    assert (record.name, record.refusal, record.other) == ("马凤诗", None, {})


def test_who_is_known_to_have_left_is_not_absent(store: FileStore) -> None:
    bring_in(store, sheet(row(身份证号=ID), row(身份证号=OTHER_ID, 姓名="汪花水")))
    gone = next(child for child in store.snapshot().children.values() if child.name == "汪花水")
    store.apply("转出", [Update("enrolment", gone.enrolments[0].id, {"until_day": "2026-10-10"})])
    assert planned(store, sheet(row(身份证号=ID))).absent == ()


def test_two_children_with_one_number_are_told_apart_by_name(store: FileStore) -> None:
    bring_in(store, sheet(row(身份证号=ID), row(身份证号=OTHER_ID, 姓名="汪花水")))
    other = next(child for child in store.snapshot().children.values() if child.name == "汪花水")
    store.apply("改", [Update("child", other.id, {"id_number": ID})])
    kinds = [entry.kind for entry in planned(store, sheet(row(身份证号=ID), row(身份证号=ID, 姓名="汪水"))).rows]
    assert kinds == ["unchanged", "doubtful"]


def test_a_家长_who_is_the_father_is_no_entered_carer(one: FileStore) -> None:
    assert fields(one, 监护人姓名="马宇怡", 监护人电话="13900467715") == []


def test_a_proposal_somebody_refused_is_not_brought_up_again(one: FileStore) -> None:
    one.apply("不对", refuse_whereabouts(father(one), AS_OF))
    assert proposed(father(one), AS_OF) is None
    assert fields(one, 身份证号=ID, 父亲姓名="马宇怡", 父亲务工地="广东省东莞市长安镇五金厂") == []
    assert fields(one, 身份证号=ID, 父亲姓名="马宇怡", 父亲务工地="浙江省宁波市") == ["whereabouts"]
    one.apply("在家", set_whereabouts(father(one), "home", "", None, AS_OF, "张老师"))
    assert fields(one, 身份证号=ID, 父亲姓名="马宇怡", 父亲务工地="广东省东莞市长安镇五金厂") == []
