"""Where a Chinese line may end: wraps text to a width by the rules of paper.md §1, knowing nothing of fonts."""

import re
from collections.abc import Callable

Measure = Callable[[str], float]
"""Width of a text in mm."""

NO_START = "，。、；：！？）》”’…·,.;:!?)%‰℃"
SHORTEST = 6
"""What stands before （ on a line of its own is at least a sixth of the line: a single character is no line."""
NO_END = "（《“‘("
DOT = "\u00b7"

_ATOM = re.compile(r"[0-9A-Za-z*+\-./]+(?: ?[号岁月日年组栋室层楼人个米元户单块村路弄])?|\s+|.", re.DOTALL)


def atoms(text: str) -> list[str]:
    """Cut `text` into pieces that no line break may divide; joined they are the text again.

    Digits stay with their unit (88 号, 41 岁), no piece starts with closing or ends with opening punctuation.
    """
    pieces: list[str] = []
    for piece in _ATOM.findall(text):
        if not pieces or not (piece[0] in NO_START or pieces[-1].rstrip()[-1:] in tuple(NO_END)):
            pieces.append(piece)
            continue
        if pieces[-1].isspace() and len(pieces) > 1:
            space = pieces.pop()
            pieces[-1] += space
        pieces[-1] += piece
    return pieces


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Return the lines of `text`, each at most `width` mm if its characters allow; nothing is left out but end spaces.

    A line feed in the text is kept. A name breaks after its U+00B7 first, a short text before its （.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_paragraph(paragraph.strip(), width, measure))
    return lines


def _paragraph(text: str, width: float, measure: Measure) -> list[str]:
    if measure(text) <= width:
        return [text]
    if DOT in text:
        parts = [part + DOT for part in text.split(DOT)[:-1]] + [text.split(DOT)[-1]]
        joined = _fill(parts, width, measure)
        if all(measure(line) <= width for line in joined):
            return joined
    if text.count("（") == 1 and not text.startswith("（"):
        head, tail = text.split("（")
        whole = head.rstrip()[-1:] not in NO_END and tail.lstrip()[:1] not in NO_START
        whole = whole and measure(head) >= width / SHORTEST
        if whole and measure(head) <= width and measure("（" + tail) <= width and measure(text) <= 1.6 * width:
            return [head.rstrip(), "（" + tail]
    return _fill(_small_enough(atoms(text), width, measure), width, measure)


def _small_enough(pieces: list[str], width: float, measure: Measure) -> list[str]:
    """Break pieces that are wider than a whole line into characters."""
    result: list[str] = []
    for piece in pieces:
        result.extend([piece] if measure(piece) <= width else list(piece))
    return result


def _fill(pieces: list[str], width: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and measure((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
