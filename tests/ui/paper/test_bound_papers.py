"""卷内目录 and the labels of the boxes on paper: everything stands in its box, page by page and strip by strip."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from PySide6.QtGui import QImage

from app.pack_contents import Volume, boxes_of
from app.sheets import Column, SheetOut, Span
from ui import fonts
from ui.paper.bound_lists import bound_paper
from ui.paper.output import Paper, pdf_bytes
from ui.paper.spine_labels import Cabinet, Spine, spine_paper

LONG = "留守儿童“手拉手、心连心”中秋联欢活动方案（含安全预案、经费预算和分工表）暨家长开放日邀请函回执"
COLUMNS = (
    Column(("序号",), 12.0), Column(("材料名称",), 66.0, "left"), Column(("责任者",), 26.0), Column(("日期",), 34.0),
    Column(("页号",), 18.0), Column(("备注",), 18.0),
)  # fmt: skip
FORM = SheetOut("08", "卷内目录", COLUMNS, (), left_note="档号  QS-2026-1-08", right_note="2026—2027学年第一学期　活动", row_pt=30.3,
                page_rows=21, signatures=("立卷人：", "检查人："))  # fmt: skip


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load()


def pages(paper: Paper) -> list[str]:
    warnings: list[str] = []
    content = pdf_bytes(paper, warnings)
    assert warnings == []
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(content)).pages]


def row(number: int, title: str = "活动记录") -> tuple[str, ...]:
    return (str(number), title, "阿卜杜热合曼·艾山江", "2026年10月18日", "1522—1532", "照片 128 张")


@pytest.mark.parametrize(("lines", "count"), [(1, 1), (20, 1), (21, 2), (47, 3)])
def test_21_rows_a_page_and_one_to_write_in(lines: int, count: int) -> None:
    found = pages(bound_paper("目录", [replace(FORM, rows=tuple(row(n, LONG if n % 2 else "合影") for n in range(1, lines + 1)))]))
    assert len(found) == count
    for number, page in enumerate(found, 1):
        assert f"第{number}页共{count}页" in page and "立卷人：" in page and "检查人：" in page
        assert "卷内目录" in page and "QS-2026-1-08" in page and "材料名称责任者日期页号备注" in page


def test_other_lists_are_as_high_as_their_texts_and_no_part_ends_a_page() -> None:
    rows = [("领导与制度", "", "", "", "", "")] + [row(n, LONG * 2) for n in range(1, 14)]
    rows += [("政策与保障", "", "", "", "", ""), row(15)]
    form = replace(FORM, page_rows=0, title="按考核内容找材料", rows=tuple(rows), notes=("说明" * 60,), signatures=(),
                   spans=tuple(Span(place, 0, 1, 6, "left") for place in (0, 14)), strong=frozenset({0, 14}))  # fmt: skip
    for more in range(6):
        found = pages(bound_paper("目录", [replace(form, rows=(*rows[:1], *[row(0)] * more, *rows[1:]),
                                                  spans=tuple(Span(place, 0, 1, 6) for place in (0, 14 + more)))]))  # fmt: skip
        last = next(page for page in found if "政策与保障" in page)
        assert "15活动记录" in last.split("政策与保障")[1] and "说明说明" in found[-1]


def test_each_list_begins_with_page_1() -> None:
    found = pages(bound_paper("目录", [replace(FORM, rows=(row(1),) * 30), FORM]))
    assert ["第1页共2页" in found[0], "第2页共2页" in found[1], "第1页共1页" in found[2]] == [True] * 3


def test_a_label_for_each_box_and_wider_ones_for_thick_volumes(pages_of: Callable[[bytes], list[QImage]]) -> None:
    names = ["组织机构", "家长会和培训", "活动室和台账"]
    many = {4: 200, 6: 562}
    boxes = boxes_of(Volume(n, f"{n:02} {names[n % 3]}", pages=many.get(n, 20)) for n in range(1, 14))
    spines = [Spine(n, names[n % 3], f"QS-2026-1-{n:02}", many.get(n, 20), boxes[n]) for n in range(1, 14)]
    assert [*boxes[6]] == [6, 7] and [*boxes[7]] == [8] and [*boxes[13]] == [14], "boxes are numbered through"
    for kept in ("", "永久"):
        for school in ("青石坪中心小学", "湘西土家族苗族自治州龙山县里耶镇长潭九年一贯制学校"):
            paper = spine_paper(spines, Cabinet(school, "2026—2027", "第一学期", kept))
            assert paper.pieces == 14
            found = pages(paper)
            assert "".join(found).count("QS-2026") == 14 and "".join(found).count("毫米") == 14
            assert found[0].count("40毫米") == 2 and "本卷1/2" in found[0] and "本卷2/2" in found[0] and "30毫米" in found[0]
            assert "".join(found).count("2026—2027") == 14, "a year stands on one line"
            assert "".join(found).count("永久") == 14 * bool(kept)
    for sheet in pages_of(pdf_bytes(paper)):
        edge = [(x, y) for x in range(sheet.width()) for y in range(0, sheet.height(), 3)
                if (x < 38 or y < 38 or x > sheet.width() - 39 or y > sheet.height() - 39)
                and sheet.pixelColor(x, y).lightness() < 128]  # fmt: skip
        assert edge == [], "no ink is nearer to the edge than a printer can print"


def test_a_number_of_the_archive_room_fits_the_narrowest_spine() -> None:
    assert pages(spine_paper([Spine(5, "结对帮扶", "X043126-GA-2026-1-05", 10, range(5, 6))], Cabinet("小学", "2026—2027", "第二学期", "长期保管")))
