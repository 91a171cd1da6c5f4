"""Charts of Excel's own under a table, in black and white, of numbers that stand in its cells.

Series are told apart by hatching, or by dashes and marks, so that a copy of a black printer can be read.
"""

import math
from typing import Any

from app import late
from app.sheets import Chart, SheetOut
from db.xlsx_looks import PT_PER_MM

HIGH_MM, GAP_MM = 70.0, 5.0
ROW_PT = 15.0
BLACK, WHITE, GREY = "000000", "FFFFFF", "A6A6A6"
FILLS = (WHITE, BLACK, "wdUpDiag", GREY, "ltHorz", "pct20")
"""Of the bars, by their place: a colour or one of Excel's patterns."""
DASHES = (("solid", "circle", BLACK), ("dash", "square", WHITE), ("sysDot", "triangle", BLACK),
          ("lgDash", "diamond", WHITE), ("dashDot", "circle", WHITE), ("solid", "square", BLACK))  # fmt: skip
"""Of the lines, by their place: how they are dashed, their marks and what these are filled with."""
MARK_PT = 8


def draw_charts(page: Any, sheet: SheetOut, first: int, row: int) -> int:
    """Put the sheet's charts below its table, whose body begins in row `first`; `row` is the next free one. Gives the
    next free row below the charts."""
    if not sheet.charts:
        return row
    wide = min(sum(column.width_mm for column in sheet.columns), 277.0 if sheet.landscape else 190.0)
    for chart in sheet.charts:
        made = _chart(page, sheet, chart, first)
        made.width, made.height = wide / 10, HIGH_MM / 10
        page.add_chart(made, page.cell(row + 1, 1).coordinate)
        after = row + 1 + math.ceil((HIGH_MM + GAP_MM) * PT_PER_MM / ROW_PT)
        for each in range(row, after):
            page.row_dimensions[each].height = ROW_PT
        row = after
    return row


def _chart(page: Any, sheet: SheetOut, chart: Chart, first: int) -> Any:
    charts = late.load("openpyxl.chart")
    made = charts.LineChart() if chart.lines else charts.BarChart()
    made.title = chart.title
    begin, end = first + chart.rows[0], first + chart.rows[1]
    for place, column in enumerate(chart.values):
        numbers = charts.Reference(page, min_col=column + 1, min_row=begin, max_row=end)
        series = charts.Series(numbers, title=sheet.columns[column].heads[-1].replace("\n", ""))
        (_line if chart.lines else _bar)(series, place)
        made.series.append(series)
    made.set_categories(charts.Reference(page, min_col=chart.names + 1, min_row=begin, max_row=end))
    # Without this some programs leave the axes out.
    made.x_axis.delete = made.y_axis.delete = False
    made.y_axis.scaling.min = 0
    made.y_axis.number_format = "0"
    made.legend.position = "b"
    if len(chart.values) == 1:
        made.legend = None
    return made


def _line(series: Any, place: int) -> None:
    dash, mark, fill = DASHES[place % len(DASHES)]
    looks = _looks(series)
    looks.line.solidFill, looks.line.width, looks.line.dashStyle = BLACK, 19_000, dash
    series.smooth = False
    series.marker.symbol, series.marker.size = mark, MARK_PT
    series.marker.graphicalProperties = late.load("openpyxl.chart.shapes").GraphicalProperties(solidFill=fill)
    series.marker.graphicalProperties.line.solidFill = BLACK


def _bar(series: Any, place: int) -> None:
    fill, looks = FILLS[place % len(FILLS)], _looks(series)
    looks.line.solidFill = BLACK
    if fill in (BLACK, WHITE, GREY):
        looks.solidFill = fill
        return
    fills = late.load("openpyxl.chart.shapes")
    looks.pattFill = fills.PatternFillProperties(prst=fill)
    looks.pattFill.foreground, looks.pattFill.background = (fills.ColorChoice(srgbClr=one) for one in (BLACK, WHITE))


def _looks(series: Any) -> Any:
    if series.graphicalProperties is None:
        series.graphicalProperties = late.load("openpyxl.chart.shapes").GraphicalProperties()
    return series.graphicalProperties
