"""Occasions, prizes not given yet, the marks of a certificate, and what must not tell who a child is."""

from datetime import date

from app.activities import Entry
from app.children import Child, Kin, Phone
from app.honours import Award, fill, given_name, givings, hidden, marks_in, only_mark, prizes_left, secrets

DAY = date(2027, 6, 1)


def test_awards_of_one_day_giver_level_and_occasion_are_one_giving() -> None:
    awards = [Award(1, "三好学生", DAY, 1, given_by="学校"), Award(2, "进步之星", DAY, 2, given_by="学校"),
              Award(3, "第 1 名", DAY, 1, activity_id=7), Award(4, "三好学生", DAY, 3, given_by="学校")]  # fmt: skip
    first, second = givings(awards)
    assert [one.id for one in first.awards] == [1, 2, 4] and first.children == [1, 2, 3]
    assert second.activity_id == 7 and second.key == 3


def test_only_what_a_child_won_and_has_not_got_is_left() -> None:
    entries = [Entry(1, 7, 0, "", 1, "", "小螺号", "9", "第 1 名"), Entry(2, 7, 1, "", 1, "", "送别", "9", "第 1 名"),
               Entry(3, 7, 2, "", 2, "", "童年", "", ""), Entry(4, 7, 3, "", None, "合唱队", "", "", "第 2 名"),
               Entry(5, 7, 4, "", 3, "", "送别", "8", " 第 2 名 ")]  # fmt: skip
    assert [one.id for one in prizes_left(entries, [])] == [1, 5]
    assert prizes_left(entries, [Award(9, "第 1 名", DAY, 1), Award(8, "第 2 名", DAY, 3)]) == []


def test_marks_are_filled_however_they_are_bracketed_and_an_unknown_one_stays() -> None:
    values = {"姓名": "周雨桐", "奖项": "读书之星"}
    assert fill("【姓名】{ 奖项 }｛姓名｝【学号】", values) == "周雨桐读书之星周雨桐【学号】"
    assert marks_in("【姓名】被评为{奖项}") == ["姓名", "奖项"]
    assert [only_mark(line) for line in ("“【奖项】”", " {奖项} ", "被评为【奖项】", "")] == ["奖项", "奖项", "", ""]


def test_nothing_that_tells_who_a_child_is_stays_in_a_published_case() -> None:
    child = Child(
        1, "周雨桐", id_number="433123201702030046", address="云岭县青石坪镇茶园村3组",
        kin=(Kin(2, "母亲", "谭小芳", phones=(Phone(3, "13874301234"),)), Kin(4, "祖母", "向桂花")),
    )  # fmt: skip
    text = ("周雨桐住在茶园村，奶奶向桂花带着雨桐，妈妈谭小芳的电话是13874301234。三（1）班的同学都说雨桐变开朗了。"
            "证件433123201702030046，家在云岭县青石坪镇茶园村3组。")  # fmt: skip
    found = hidden(text, secrets(child, "小禾", ["三（1）班"]))
    for secret in ("周雨桐", "雨桐", "向桂花", "谭小芳", "13874301234", "茶园村", "三（1）班", "433123201702030046"):
        assert secret not in found, secret
    assert found.startswith("小禾住在××，奶奶带着小禾，妈妈的电话是××。")
    assert given_name("欧阳雨桐") == given_name("周雨") == given_name("阿依·古丽") == ""
