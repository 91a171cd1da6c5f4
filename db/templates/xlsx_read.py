"""A workbook as a form: every sheet that is shown, as far as something stands in it or lines are drawn."""

from app.templates.form import Form, FormCell, Grid
from db.templates.package import Package
from db.templates.runs import text_of
from db.templates.xlsx_sheet import Sheet, open_sheets

MOST_ROWS, MOST_COLUMNS = 2000, 100


def read(package: Package) -> Form:
    """The form of a workbook."""
    return Form("xlsx", tuple(_grid(sheet) for sheet in open_sheets(package)))


def _grid(sheet: Sheet) -> Grid:
    spans = {merge[:2]: (merge[2] - merge[0] + 1, merge[3] - merge[1] + 1) for merge in sheet.merges()}
    hidden = {
        (row, col)
        for (top, left), (rows, cols) in spans.items()
        for row in range(top, top + min(rows, MOST_ROWS))
        for col in range(left, left + min(cols, MOST_COLUMNS))
        if (row, col) != (top, left)
    }
    found: dict[tuple[int, int], FormCell] = {}
    for place in sorted({*sheet.cells, *spans}):
        if place in hidden or place[0] >= MOST_ROWS or place[1] >= MOST_COLUMNS:
            continue
        cell = _cell(sheet, *place, *spans.get(place, (1, 1)))
        if cell.text or cell.framed or cell.fixed or place in spans:
            found[place] = cell
    rows = min(MOST_ROWS, max((cell.row + cell.rows for cell in found.values()), default=0))
    cols = min(MOST_COLUMNS, max((cell.col + cell.cols for cell in found.values()), default=0))
    return Grid(
        sheet.name,
        tuple(found.values()),
        tuple(sheet.width_mm(col) for col in range(cols)),
        tuple(sheet.height_mm(row) for row in range(rows)),
    )


def _cell(sheet: Sheet, row: int, col: int, rows: int, cols: int) -> FormCell:
    look = sheet.styles.look(sheet.style(row, col))
    return FormCell(
        row, col, rows, cols, text_of(sheet.runs(row, col)).replace("\r", ""), look.bold, look.align,
        look.framed, sheet.formula(row, col),
    )  # fmt: skip
