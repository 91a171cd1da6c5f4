"""The styles of a workbook: how a cell looks, and the same look as text, wrapped, or smaller."""

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from app import late

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_AS_TEXT = "49"
"""Number format @."""
_SIDES = ("left", "right", "top", "bottom")


def tag(name: str) -> str:
    """A name of the spreadsheet's own."""
    return f"{{{MAIN}}}{name}"


@dataclass(frozen=True, slots=True)
class Look:
    """What matters of a cell's style. `size` is in points."""

    bold: bool = False
    lined: bool = False
    """Its font is underlined."""
    size: float = 11.0
    align: str = ""
    wrap: bool = False
    shrink: bool = False
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """What is different in a new style."""

    text: bool = False
    quoted: bool = False
    """An = + - @ at the beginning stays a sign, even when somebody edits the cell."""
    wrap: bool = False
    size: float = 0.0
    plain: bool = False
    """Neither bold nor filled: for a row under a header that has none of its own."""


class Styles:
    """styles.xml, read and added to."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._xfs = root.find(tag("cellXfs"))
        self._fonts = root.find(tag("fonts"))
        self._borders = root.find(tag("borders"))
        self._made: dict[tuple[int, Variant], int] = {}
        self._looks: dict[int, Look] = {}

    def look(self, index: int) -> Look:
        """Of the style with this number."""
        if index not in self._looks:
            self._looks[index] = self._read(index)
        return self._looks[index]

    def variant(self, index: int, what: Variant) -> int:
        """The number of the same style with a difference, made when it is first asked for."""
        if what == Variant() or self._xfs is None:
            return index
        key = (index, what)
        if key not in self._made:
            self._made[key] = self._make(index, what)
        return self._made[key]

    def _xf(self, index: int) -> Any:
        return self._xfs[index] if self._xfs is not None and 0 <= index < len(self._xfs) else None

    def _part(self, parts: Any, xf: Any, name: str) -> Any:
        place = int(xf.get(name, "0"))
        return parts[place] if parts is not None and place < len(parts) else None

    def _read(self, index: int) -> Look:
        xf = self._xf(index)
        if xf is None:
            return Look()
        font = self._part(self._fonts, xf, "fontId")
        border = self._part(self._borders, xf, "borderId")
        alignment = xf.find(tag("alignment"))
        size = font.find(tag("sz")) if font is not None else None
        given = dict(alignment.attrib) if alignment is not None else {}
        sides = [border.find(tag(side)) for side in _SIDES] if border is not None else []
        return Look(
            bold=font is not None and _on(font.find(tag("b"))),
            lined=font is not None and is_lined(font),
            size=float(size.get("val", "11")) if size is not None else 11.0,
            align=given.get("horizontal", ""),
            wrap=given.get("wrapText") in ("1", "true"),
            shrink=given.get("shrinkToFit") in ("1", "true"),
            framed=any(side is not None and side.get("style", "none") != "none" for side in sides),
        )

    def _make(self, index: int, what: Variant) -> int:
        xf = deepcopy(self._xf(index))
        if what.text:
            xf.set("numFmtId", _AS_TEXT)
            xf.set("applyNumberFormat", "1")
        if what.quoted:
            xf.set("quotePrefix", "1")
        if what.wrap or what.plain:
            self._align(xf, what)
        if what.size or what.plain:
            xf.set("fontId", str(self._font(int(xf.get("fontId", "0")), what)))
            xf.set("applyFont", "1")
        if what.plain:
            xf.set("fillId", "0")
        self._xfs.append(xf)
        self._xfs.set("count", str(len(self._xfs)))
        return len(self._xfs) - 1

    def _align(self, xf: Any, what: Variant) -> None:
        alignment = xf.find(tag("alignment"))
        if alignment is None:
            alignment = late.load("lxml.etree").Element(tag("alignment"))
            xf.insert(0, alignment)
        alignment.set("wrapText", "1")
        alignment.attrib.pop("shrinkToFit", None)
        if "vertical" not in alignment.attrib:
            alignment.set("vertical", "center")
        xf.set("applyAlignment", "1")

    def _font(self, index: int, what: Variant) -> int:
        font = deepcopy(self._fonts[index])
        if what.plain:
            for bold in font.findall(tag("b")):
                font.remove(bold)
        size = font.find(tag("sz"))
        if what.size and size is not None:
            size.set("val", f"{what.size:g}")
        self._fonts.append(font)
        self._fonts.set("count", str(len(self._fonts)))
        return len(self._fonts) - 1


def is_lined(font: Any) -> bool:
    """Whether a font, of a style or of a run, is underlined."""
    line = font.find(tag("u"))
    return line is not None and line.get("val", "single") != "none"


def _on(flag: Any) -> bool:
    return flag is not None and flag.get("val", "1") not in ("0", "false")


def must_quote(text: str) -> bool:
    """Whether Excel would take the text for a formula when somebody edits the cell."""
    return bool(re.match(r"[=+\-@]", text))
