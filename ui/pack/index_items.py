"""按考核内容找材料 as the index has it: in Excel a row a file with its number beside it, on paper an item a row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.pack_contents import Volume, numbers_of, said_by_volume
from app.sheets import Link, SheetOut, Span, Value
from ui.pack.evidence import evidence_sheet
from ui.pack.part import tr
from ui.pack.scene import Scene

CODES_MM, FILES_MM = 56.0, 140.0
"""mm in Excel of the numbers and of the files that show an item."""
LINKED_EM = 16
"""A longer cell of numbers is no link: where that is drawn as a field it does not wrap."""
REF_CELL = re.compile(r"\d\d-\d+")


def evidence_of(scene: Scene, volumes: Sequence[Volume]) -> SheetOut | None:
    """按考核内容找材料, its numbers as volume and line; None without a table. Ask for it once: it takes longest."""
    entries = [one for volume in volumes for one in volume.files]
    found = evidence_sheet(scene, entries, numbers_of(volumes))
    if found is None:
        return None
    rows = tuple(tuple(_by_volume(one) if isinstance(one, str) else one for one in row) for row in found.rows)
    return replace(found, rows=rows)


def _by_volume(text: str) -> str:
    return "\n".join(said_by_volume(line) for line in text.split("\n"))


def in_one_cell(found: SheetOut) -> SheetOut:
    """On paper the numbers of an item stand together, its files beneath one another."""
    rows = tuple((*row[:-2], tr("、").join(filter(None, str(row[-2]).split("\n"))), row[-1]) for row in found.rows)
    return replace(found, rows=rows)


def linked(found: SheetOut, volumes: Sequence[Volume], places: Mapping[str, int], index: str) -> SheetOut:
    """A row for each file that is named, which opens it; the numbers beside it lead to their line among all papers, as
    does what is not named (共 12 份)."""
    paths = {line.path for volume in volumes for line in volume.lines}
    rows: list[tuple[Value, ...]] = []
    links: list[Link] = []
    spans: list[Span] = []
    strong: set[int] = set()
    heads = {span.row: span for span in found.spans}
    for old, row in enumerate(found.rows):
        top, last = len(rows), len(row) - 1
        if old in found.strong:
            strong.add(top)
        if old in heads:
            spans.append(replace(heads[old], row=top))
            rows.append(row)
            continue
        said, codes = str(row[last]).split("\n"), str(row[last - 1]).split("\n")
        for place, line in enumerate(said):
            code = codes[place] if place < len(codes) else ""
            to_row = _to_row(code, places)
            named = next((path for path in (line, line.rpartition(tr(" 等 "))[0]) if path in paths), "")
            if named:
                links.append(Link(top + place, last, f"../{named}"))
            elif to_row is not None:
                links.append(Link(top + place, last, sheet=index, to_row=to_row))
            if to_row is not None and _wide(code) <= LINKED_EM:
                links.append(Link(top + place, last - 1, sheet=index, to_row=to_row))
            rows.append((*(row[: last - 1] if not place else ("",) * (last - 1)), code, line))
        if len(said) > 1:
            spans += [Span(top, column, len(said)) for column in range(last - 1)]
    columns = (*found.columns[:-2], replace(found.columns[-2], width_mm=CODES_MM),
               replace(found.columns[-1], width_mm=FILES_MM))  # fmt: skip
    return replace(found, columns=columns, rows=tuple(rows), spans=tuple(spans), strong=frozenset(strong),
                   links=tuple(links), landscape=True)  # fmt: skip


def _to_row(code: str, places: Mapping[str, int]) -> int | None:
    """The row among all papers of the first of these numbers."""
    found = REF_CELL.match(code)
    return places.get(found[0]) if found else None


def _wide(code: str) -> float:
    """Its width in letters of full width."""
    return sum(0.5 if one.isascii() else 1.0 for one in code)
