"""农村留守儿童基本情况登记表: everything stands on it, ticked by lines; dashes, masks, 附页, and the empty form."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage, QPainter

from app.children import Child, Kin
from tests.ui.paper.hard_school import (
    DAY,
    LONG_ADDRESS,
    child,
    five_kin,
    hard_children,
    id_number,
    phones,
    snapshot,
)
from ui.paper.form_rows import Elder, Parent
from ui.paper.forms import FormJob, form_of, form_paper
from ui.paper.output import pdf_bytes
from ui.paper.page import Page
from ui.paper.registration_form import FormSheets
from ui.paper.type import Face

NEEDS = "外婆腿疼，冬天接送不便，想住校；与父母每周六晚 7 点通电话。"


def squeezed(text: str) -> str:
    return "".join(text.split())


def job(*children: Child, **values: object) -> FormJob:
    return replace(FormJob(children, snapshot(list(children)), DAY), **values)  # type: ignore[arg-type]


def longest() -> Child:
    """Every field at its longest."""
    name = "买买提江·阿不都热合曼·吐尔逊·" * 3 + "阿依古丽"
    kin = tuple(
        replace(one, relation=relation, id_number=id_number(place + 5),
                phones=phones(100 * place, *(f"1860024{place}{n:03}" for n in range(4))))
        for place, (one, relation) in enumerate(
            zip(five_kin(30_000), ("父亲", "母亲", "祖父", "祖母", "外祖母"), strict=True))
    )
    return child(
        7, name, 2, kin=kin, address=LONG_ADDRESS * 2, ethnicity="哈萨克族（柯尔克孜族）", household="农村居民家庭户口",
        health="有先天性心脏病，不能参加剧烈运动，随身带药", disability="视力残疾二级、听力残疾三级、言语残疾四级",
        travel="家长自行接送，下雨天走路", distance_km="12.75", marriage="其他", income="务工、务农、经商、救助、其他",
        aid="建档立卡、低保、特困供养、临时救助、医疗救助、住房救助、残疾补助、孤儿津贴、其他", needs=NEEDS * 20,
        entrusted="已签",
    )  # fmt: skip


@pytest.mark.parametrize("full", [False, True])
def test_hard_cases_fit_and_nothing_is_lost(full: bool, text_of: Callable[[bytes], str]) -> None:
    children = [*hard_children(), longest()]
    warnings: list[str] = []
    text = squeezed(text_of(pdf_bytes(form_paper(job(*children, full_ids=full)), warnings)))
    assert warnings == []
    for one in children:
        for kin in one.kin:
            shown = kin.relation in ("父亲", "母亲", "祖父", "祖母", "外祖母") and kin.state != "dead"
            for phone in kin.phones if shown else ():
                assert phone.number in text or phone.state
    assert text.count("需要帮助的事") >= 2 and text.count("想住校") == 20
    assert text.count(squeezed(LONG_ADDRESS)[:40]) >= 2


def test_a_form_never_reaches_into_the_margin() -> None:
    sheets = FormSheets(form_of(longest(), job(longest())))
    assert sheets._bottom() + 15.2 <= 287 and sheets.count >= 2
    plain = FormSheets(form_of(child(1, "周雨桐", needs=NEEDS), job(child(1, "周雨桐"))))
    assert plain.count == 1 and abs(plain._bottom() - 257.4) < 0.1


def test_a_longer_help_text_takes_ten_millimetres_then_goes_on(text_of: Callable[[bytes], str]) -> None:
    some, much = child(1, "周雨桐", needs=NEEDS * 6), child(1, "周雨桐", needs=NEEDS * 12)
    assert FormSheets(form_of(some, job(some))).count == 1
    text = squeezed(text_of(pdf_bytes(form_paper(job(much)))))
    assert "第2页共2页" in text and "下转附页" in text and "需要帮助的事（接上页）" in text
    assert text.replace("（下转附页）", "").count("外婆腿疼") == 12


def test_what_is_not_known_stays_empty_and_what_is_gone_is_a_dash() -> None:
    gone = form_of(hard_children()[2], job(hard_children()[2]))
    assert gone.father == Parent("—", "—", ("—",), "已去世", "—")
    assert gone.marriage == "丧偶" and gone.elders == {}
    silent = form_of(hard_children()[3], job(hard_children()[3]))
    assert silent.father == Parent() and silent.mother.phones == ("—",)
    usual = form_of(child(1, "周雨桐"), job(child(1, "周雨桐")))
    assert usual.father == Parent("周建国", "", ("139 0046 7715",), "广东省东莞市长安镇五金厂", "2025年\n2月")
    assert usual.elders["外祖母"] == Elder("龙妹珍", "67 岁", "身体一般", ("0743 003 6128",))
    assert (usual.cause, usual.care, usual.care_state) == ("父母双方同时外出", "祖父母、外祖父母", "")
    assert (usual.disabled, usual.boarding, usual.marriage) == (None, "走读", "")


def test_a_parent_at_home_and_one_out_of_contact() -> None:
    father, mother, granny = child(1, "周雨桐").kin
    lost = replace(father, state="missing")
    home = replace(mother, whereabouts=(replace(mother.whereabouts[0], kind="home", place="在家务农"),))
    found = form_of(child(1, "周雨桐", kin=(lost, home, granny)), job(child(1, "周雨桐")))
    assert (found.father.name, found.father.phones, found.father.place) == ("周建国", ("—",), "失去联系")
    assert (found.mother.place, found.mother.since) == ("在家", "—")


def test_nobody_to_entrust_the_child_to() -> None:
    alone = child(1, "周雨桐", kin=child(1, "周雨桐").kin[:2], entrusted="无照料人")
    found = form_of(alone, job(alone))
    assert (found.care, found.care_state, found.entrusted, found.carer) == ("无委托照料人", "差", "未签", "—")


def test_numbers_are_masked_unless_confirmed(text_of: Callable[[bytes], str]) -> None:
    father = Kin(1, "父亲", "周建国", id_number="433123198001014413")
    one = child(1, "周雨桐", kin=(father,))
    masked = squeezed(text_of(pdf_bytes(form_paper(job(one)))))
    assert "433123********0042" in masked and "433123********4413" in masked
    assert "20160512" not in masked
    full = squeezed(text_of(pdf_bytes(form_paper(job(one, full_ids=True)))))
    assert "433123201605120042" in full and "433123198001014413" in full


def test_ticks_are_drawn_where_the_facts_say(pages_of: Callable[[bytes], list[QImage]]) -> None:
    (sheet,) = pages_of(pdf_bytes(form_paper(job(child(1, "周雨桐", boarding="走读")))))
    assert ink(sheet, 54, 82.3) > 10 and ink(sheet, 71.3, 82.3) == 0
    (sheet,) = pages_of(pdf_bytes(form_paper(job(child(1, "周雨桐", boarding="住校")))))
    assert ink(sheet, 54, 82.3) == 0 and ink(sheet, 71.3, 82.3) > 10


def ink(sheet: QImage, x: float, y: float) -> int:
    """Dark pixels within 1.6 mm of a point."""
    near = [(column, row) for column in range(round(4 * (x - 1.6)), round(4 * (x + 1.6)))
            for row in range(round(4 * (y - 1.6)), round(4 * (y + 1.6)))]
    return sum(sheet.pixelColor(*point).lightness() < 100 for point in near)


def test_the_empty_form_asks_everything_in_its_own_type(text_of: Callable[[bytes], str]) -> None:
    paper = form_paper(job(child(1, "周雨桐"), blank=True))
    text = squeezed(text_of(pdf_bytes(paper)))
    assert "周雨桐" not in text and "2026" not in text and len(paper.sheets) == 1
    for word in ("填报单位（盖章）", "外出时间", "一方失踪", "无委托照料人", "孤儿津贴", "单位负责人", "填表说明"):
        assert word in text
    assert paper.title == "基本情况登记表", "file names never say 留守"


def test_the_cut_song_has_every_printed_word(qtbot: object) -> None:
    page = painted(form_paper(job(child(1, "周雨桐"), blank=True)).sheets[0])
    used = {face for face, characters in page.drawn.items() if characters}
    assert used == {Face.FORM, Face.SONG, Face.KAI}, "run scripts/make_fonts.py: a word is set in another type"


def painted(sheet: Callable[[Page], None]) -> Page:
    picture = QImage(840, 1188, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    page = Page(painter)
    page.begin(4.0)
    sheet(page)
    painter.end()
    return page


def test_ink_keeps_ten_millimetres_from_the_edge(pages_of: Callable[[bytes], list[QImage]]) -> None:
    for picture in pages_of(pdf_bytes(form_paper(job(longest())))):
        wide, high = picture.width(), picture.height()
        edge = [(x, y) for x in range(wide) for y in (*range(39), *range(high - 39, high))]
        edge += [(x, y) for y in range(high) for x in (*range(39), *range(wide - 39, wide))]
        assert all(picture.pixelColor(*point).lightness() > 230 for point in edge)


def test_a_form_is_dated_by_the_survey_or_by_hand_never_by_the_printer(text_of: Callable[[bytes], str]) -> None:
    one, other = hard_children()[:2]
    text = squeezed(text_of(pdf_bytes(form_paper(job(one, other, surveyed={one.id: date(2026, 9, 8)})))))
    assert text.count("2026年9月8日填报日期") == 1 and text.count("年月日填报日期") >= 1
    assert f"{DAY.year}年{DAY.month}月{DAY.day}日填报日期" not in text
