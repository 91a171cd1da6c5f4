"""Puts text into a paragraph or table cell of Word: into the whole of it, or in place of some of its letters."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from app.templates.filling import Edit
from app.templates.slots import TICKED
from db.templates.docx_layout import paragraphs, runs_of, tag
from db.templates.runs import edited, text_of
from db.templates.xlsx_sheet import SPACE, without_controls

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TICKED_SIGN = "F0FE"
"""A ticked box in Wingdings."""


def text_of_element(element: Any) -> str:
    """What a paragraph or table cell says."""
    return text_of(runs_of(element))


def write(element: Any, text: str) -> None:
    """Let the whole cell say this, in the look that its blank has."""
    lines = paragraphs(element) if element.tag == tag("tc") else [element]
    for line in lines[1:]:
        line.getparent().remove(line)
    if not lines:
        return
    first = lines[0]
    look = _look(first)
    _is_filled(first)
    for child in [child for child in first if child.tag != tag("pPr")]:
        first.remove(child)
    if not text:
        return
    run = first.makeelement(tag("r"), {})
    first.append(run)
    if look is not None:
        run.append(deepcopy(look))
    _say(run, text)


def change(element: Any, edits: Sequence[Edit]) -> None:
    """Put the edits into the text, each in the look of what it stands in for."""
    before = runs_of(element)
    for old, new in zip(before, edited(before, edits), strict=True):
        if old.raw == new.raw or old.node is None:
            continue
        _is_filled(old.node)
        if old.node.tag == tag("t"):
            _set(old.node, new.raw)
        elif old.node.tag == tag("sym") and new.raw == TICKED:
            old.node.set(tag("char"), _TICKED_SIGN)
            old.node.set(tag("font"), "Wingdings")
        else:
            if new.raw:
                text = old.node.makeelement(tag("t"), {})
                _set(text, new.raw)
                old.node.addprevious(text)
            old.node.getparent().remove(old.node)


def _look(paragraph: Any) -> Any:
    """The properties of the first run, or those that a text typed into an empty line would get."""
    run = paragraph.find(f".//{tag('r')}/{tag('rPr')}")
    if run is not None and run.find(tag("rStyle")) is None:
        return run
    mark = paragraph.find(f"{tag('pPr')}/{tag('rPr')}")
    if mark is None:
        return None
    look = deepcopy(mark)
    look.tag = tag("rPr")
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"):
        for one in look.findall(tag(name)):
            look.remove(one)
    return look


def _say(run: Any, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(run.makeelement(tag("br"), {}))
        element = run.makeelement(tag("t"), {})
        _set(element, line)
        run.append(element)


def _set(element: Any, text: str) -> None:
    element.text = without_controls(text)
    if text != text.strip():
        element.set(SPACE, "preserve")


def _is_filled(node: Any) -> None:
    """A content control that asked for a text has one now; one that is a box to tick is ticked."""
    for control in node.iterancestors(tag("sdt")):
        properties = control.find(tag("sdtPr"))
        if properties is None:
            continue
        for asks in properties.findall(tag("showingPlcHdr")):
            properties.remove(asks)
            for style in list(control.iter(tag("rStyle"))):
                style.getparent().remove(style)
            for other in control.iter(tag("t")):
                if other is not node:
                    other.text = ""
        for checked in properties.iter(_W14 + "checked"):
            checked.set(_W14 + "val", "1")
