"""Nothing runs off a sheet unnoticed: a line past the edge is noted, notes beneath a table are wrapped."""

from collections.abc import Callable

from app.sheets import Column, SheetOut
from ui.paper.output import Paper, pdf_bytes
from ui.paper.page import EDGE, Page
from ui.paper.score_sheet import sheet_paper
from ui.paper.type import DOTS_PER_MM, Face, width_mm
from ui.safety_words import point_words

LONG = f"每次看十项：{'；'.join(point_words())}。"


def noted(x: float, align: str, *, landscape: bool = False, text: str = "青石坪中心小学") -> list[str]:
    warnings: list[str] = []

    def paint(page: Page) -> None:
        page.text(x, 20.0, text, Face.FORM, 10.0, align)

    pdf_bytes(Paper("边", [paint], landscape=landscape), warnings)
    return warnings


def test_a_line_that_runs_past_the_edge_of_its_sheet_is_noted() -> None:
    wide = width_mm("青石坪中心小学", Face.FORM, 10.0)
    assert noted(210.0 - EDGE - wide - 0.1, "left") == []
    assert noted(210.0 - EDGE - wide + 0.5, "left") == ["青石坪中心小学"]
    assert noted(250.0, "left") and not noted(250.0, "left", landscape=True)
    assert noted(EDGE + wide - 0.5, "right") and not noted(EDGE + wide + 0.1, "right")


def test_a_turned_line_is_held_against_the_edge_where_it_lies() -> None:
    def upright(y: float) -> list[str]:
        def paint(page: Page) -> None:
            page.painter.save()
            page.painter.translate(100.0 * DOTS_PER_MM, y * DOTS_PER_MM)
            page.painter.rotate(-90)
            page.text(0.0, 0.0, "青石坪中心小学", Face.FORM, 10.0)
            page.painter.restore()

        warnings: list[str] = []
        pdf_bytes(Paper("边", [paint]), warnings)
        return warnings

    assert upright(150.0) == [] and upright(20.0) == ["青石坪中心小学"] == upright(296.0)


def test_notes_beneath_a_table_are_wrapped_and_stand_over_the_signatures(text_of: Callable[[bytes], str]) -> None:
    columns = (Column(("序号",), 12.0), Column(("查出的问题",), 120.0, "left"))
    for rows in (1, 17, 18, 40):
        table = SheetOut("检查", "检查记录", columns, tuple((str(one), "十项都好") for one in range(rows)),
                         notes=(LONG, LONG), signatures=("单位负责人：", "填表人："))  # fmt: skip
        warnings: list[str] = []
        said = "".join(text_of(pdf_bytes(sheet_paper(table, "检查记录"), warnings)).split())
        assert warnings == []
        assert said.count(LONG) == 2 and said.index("单位负责人") > said.rindex(LONG)
