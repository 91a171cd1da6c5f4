"""The typefaces of the papers and, character by character, which of them can draw a text."""

import threading
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QRawFont

from ui import fonts

DOTS_PER_MM = 1200 / 25.4
"""Pages are laid out on a grid of 1200 dpi whatever they are painted on, so preview and paper break lines alike."""
MM_PER_PT = 25.4 / 72


class Face(Enum):
    """Printed words are sans or song, filled-in values kai, numbers to dial bold (paper.md §1). FORM, the text weight
    of song, has only the words the papers print themselves."""

    SANS = (fonts.TEXT[0], 400)
    BOLD = (fonts.TEXT[0], 600)
    KAI = (fonts.KAI[0], 400)
    SONG = (fonts.SONG[0], 700)
    FORM = (fonts.SONG[0], 400)
    # Looked up for every string drawn; Enum's own hash is that of the name, worked out in Python each time.
    __hash__ = object.__hash__


POSTSCRIPT = {
    Face.SANS: "NotoSansSC-Regular",
    Face.BOLD: "NotoSansSC-SemiBold",
    Face.KAI: "QianshouKai-Regular",
    Face.SONG: "QianshouSong-Bold",
    Face.FORM: "QianshouSong-Regular",
}
"""What a PDF calls them."""
_FALLBACK = {
    Face.SANS: (Face.SANS, Face.KAI),
    Face.BOLD: (Face.BOLD, Face.SANS, Face.KAI),
    Face.KAI: (Face.KAI, Face.SANS),
    Face.SONG: (Face.SONG, Face.BOLD, Face.KAI),
    Face.FORM: (Face.FORM, Face.SANS, Face.KAI),
}
_SYSTEM = ("Microsoft YaHei", "KaiTi", "SimSun", "SimSun-ExtB")


@dataclass(slots=True)
class Part:
    """A stretch of a line that one face draws."""

    text: str
    face: Face
    font: QFont
    width: float
    glyphs: QGlyphRun | None = None
    """Its glyphs, shaped once for all the times a PDF writes it."""
    whole: bool = True
    """False once it is known that the face lacks a glyph: then the text itself is drawn, and the system helps out."""


Setting = tuple[float, list[Part]]
"""The width of a line in mm, and its parts."""


class _Caches(threading.local):
    """What a thread has made of the typefaces: Qt's fonts are not shared between threads."""

    def __init__(self) -> None:
        self.fonts: dict[tuple[Face, float], QFont] = {}
        self.raw: dict[Face, QRawFont] = {}
        self.widths: dict[tuple[str, Face, float], float] = {}
        self.settings: dict[tuple[str, Face, float], Setting] = {}
        self.sizes: dict[tuple[Face, float], QRawFont] = {}
        self.glyphs: dict[tuple[str, Face], int] = {}
        self.own: dict[Face, set[str]] = {face: set() for face in Face}
        """Characters of which the face is known to have a glyph."""


_caches = _Caches()
_MANY = 50_000
"""Widths remembered before the cache starts anew: some thousand cards."""


def font(face: Face, pt: float) -> QFont:
    """Return `face` at `pt` points on the 1200 dpi grid."""
    found = _caches.fonts.get((face, pt))
    if found is None:
        family, weight = face.value
        found = QFont()
        found.setFamilies([family, *_SYSTEM])
        found.setPixelSize(max(1, round(pt * MM_PER_PT * DOTS_PER_MM)))
        found.setWeight(QFont.Weight(weight))
        found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        _caches.fonts[face, pt] = found
    return found


def glyph(character: str, face: Face) -> int:
    """Return the number of the character's glyph in the face; 0 = it has none."""
    found = _caches.glyphs.get((character, face))
    if found is None:
        raw = _caches.raw.get(face)
        if raw is None:
            raw = _caches.raw[face] = QRawFont.fromFont(font(face, 12))
        numbers = raw.glyphIndexesForString(character)
        found = _caches.glyphs[character, face] = int(numbers[0]) if numbers else 0
    return found


def face_for(character: str, face: Face) -> Face:
    """Return the first face of the fallback order that has the character; `face` if none has (the system's turn)."""
    return next((candidate for candidate in _FALLBACK[face] if glyph(character, candidate)), face)


def runs(text: str, face: Face) -> list[tuple[str, Face]]:
    """Cut `text` into runs that one face can draw."""
    own = _caches.own[face]
    if own.issuperset(text):
        return [(text, face)] if text else []
    own.update(character for character in text if glyph(character, face))
    result: list[tuple[str, Face]] = []
    for character in text:
        drawn = face_for(character, face)
        if result and result[-1][1] is drawn:
            result[-1] = (result[-1][0] + character, drawn)
        else:
            result.append((character, drawn))
    return result


def width_mm(text: str, face: Face, pt: float) -> float:
    """Return the width of one line of text in mm."""
    key = (text, face, pt)
    found = _caches.widths.get(key)
    if found is None:
        dots = sum(QFontMetricsF(font(drawn, pt)).horizontalAdvance(part) for part, drawn in runs(text, face))
        if len(_caches.widths) > _MANY:
            _caches.widths.clear()
        found = _caches.widths[key] = dots / DOTS_PER_MM
    return found


def setting(text: str, face: Face, pt: float) -> Setting:
    """Everything that drawing one line of text needs; the same words come back on every card."""
    key = (text, face, pt)
    found = _caches.settings.get(key)
    if found is None:
        parts = [Part(part, drawn, font(drawn, pt), width_mm(part, drawn, pt)) for part, drawn in runs(text, face)]
        if len(_caches.settings) > _MANY:
            _caches.settings.clear()
        found = _caches.settings[key] = sum(part.width for part in parts), parts
    return found


def glyphs_of(part: Part, pt: float) -> QGlyphRun | None:
    """The part's glyphs side by side; None if the face lacks one."""
    if part.glyphs is None and part.whole:
        raw = _caches.sizes.get((part.face, pt))
        if raw is None:
            raw = _caches.sizes[part.face, pt] = QRawFont.fromFont(part.font)
        numbers = raw.glyphIndexesForString(part.text)
        part.whole = 0 not in numbers
        if part.whole:
            place, places = 0.0, []
            for advance in raw.advancesForGlyphIndexes(numbers):
                places.append(QPointF(place, 0))
                place += advance.x()
            part.glyphs = QGlyphRun()
            part.glyphs.setRawFont(raw)
            part.glyphs.setGlyphIndexes(numbers)
            part.glyphs.setPositions(places)
    return part.glyphs
