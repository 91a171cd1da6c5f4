"""Makes the text of a PDF of ours findable: Qt notes radicals (⻘ for 青) and nothing beyond the basic plane (𠮷).

Qt's PDF writer numbers the glyphs of a font in the order they are first drawn, so the characters drawn, in order,
are the right table; it is checked glyph by glyph against Qt's before it replaces that.
"""

import re
from collections.abc import Mapping, Sequence

from ui.paper.type import POSTSCRIPT, Face, glyph

Drawn = dict[Face, dict[str, None]]
"""Characters in the order each face first drew them."""

_ENTRY = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]{4})>|\[([^\]]*)\])")
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def with_true_text(pdf: bytes, drawn: Mapping[Face, Mapping[str, None]]) -> bytes:
    """Return `pdf` with the character tables of our fonts put right; a font that does not fit is left as it was."""
    edits: list[tuple[int, int, bytes]] = []
    for face, characters in drawn.items():
        found = _table_of(pdf, POSTSCRIPT[face])
        if found is None:
            continue
        start, end = found
        numbered = _numbered(face, list(characters))
        if _agrees(face, _read(pdf[start:end]), numbered):
            edits.append((start, end, _stream(numbered)))
    return _replaced(pdf, sorted(edits))


def _table_of(pdf: bytes, name: str) -> tuple[int, int] | None:
    """Return where the body of the ToUnicode object of the font lies, between "N 0 obj" and "endobj"."""
    font = re.search(rb"/BaseFont /" + name.encode() + rb"\n/Encoding[^>]*/ToUnicode (\d+) 0 R", pdf)
    if font is None:
        return None
    opening = b"\n" + font.group(1) + b" 0 obj\n"
    start = pdf.index(opening) + len(opening)
    return start, pdf.index(b"endobj", start)


def _numbered(face: Face, characters: Sequence[str]) -> list[str]:
    """Return the characters by glyph number from 1; a second character of one glyph has no number of its own."""
    seen: dict[int, str] = {}
    for character in characters:
        seen.setdefault(glyph(character, face), character)
    return list(seen.values())


def _read(table: bytes) -> dict[int, int]:
    """Return glyph number → code point of a table Qt wrote; what it does not know is missing."""
    result: dict[int, int] = {}
    for first, last, single, several in _ENTRY.findall(table):
        begin, end = int(first, 16), int(last, 16)
        codes = [int(code, 16) for code in re.findall(rb"<([0-9A-F]+)>", several)] if several else None
        for number in range(begin, end + 1):
            result[number] = codes[number - begin] if codes else int(single, 16) + number - begin
    return result


def _agrees(face: Face, qt: Mapping[int, int], numbered: Sequence[str]) -> bool:
    if not qt or max(qt) > len(numbered):
        return False
    return all(
        not qt.get(number) or glyph(chr(qt[number]), face) == glyph(character, face)
        for number, character in enumerate(numbered, 1)
    )


def _stream(numbered: Sequence[str]) -> bytes:
    entries = ["<0000> <0000>"] + [
        f"<{number:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for number, character in enumerate(numbered, 1)
    ]
    blocks = [entries[first : first + 100] for first in range(0, len(entries), 100)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    content = _HEAD + body + _TAIL
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream\n".encode("ascii")


def _replaced(pdf: bytes, edits: Sequence[tuple[int, int, bytes]]) -> bytes:
    """Put the new bodies in and correct the table of offsets at the end."""
    if not edits:
        return pdf
    parts: list[bytes] = []
    position = 0
    for start, end, content in edits:
        parts += [pdf[position:start], content]
        position = end
    parts.append(pdf[position:])
    whole = b"".join(parts)
    table = whole.rindex(b"\nxref\n") + 1

    def moved(entry: re.Match[bytes]) -> bytes:
        old = int(entry.group(1))
        new = old + sum(len(content) - (end - start) for start, end, content in edits if start <= old)
        return b"%010d 00000 n" % new

    index = re.sub(rb"(\d{10}) 00000 n", moved, whole[table:])
    index = re.sub(rb"startxref\n\d+", b"startxref\n%d" % table, index)
    return whole[:table] + index
