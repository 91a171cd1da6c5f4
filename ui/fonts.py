"""The bundled typefaces: loaded once, handed out in pixel sizes."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from resources import FOLDER, packed
from ui import tokens

FILES = (
    "NotoSansSC-Regular.ttf", "NotoSansSC-SemiBold.ttf", "QianshouKai-Regular.ttf", "QianshouSong-Bold.ttf",
    "QianshouSong-Regular.ttf",
)  # fmt: skip
TEXT = ["Noto Sans SC", "Qianshou Kai", "Microsoft YaHei UI", "SimSun", "SimSun-ExtB"]
"""Qianshou Kai also holds the rare characters (𠮷) that Noto lacks."""
KAI = ["Qianshou Kai", "KaiTi", "Noto Sans SC", "SimSun-ExtB"]
SONG = ["Qianshou Song", "Noto Sans SC", "Qianshou Kai", "SimSun", "SimSun-ExtB"]


@lru_cache(maxsize=1)
def load() -> tuple[str, ...]:
    """Register the bundled fonts with the running application; return their families. Raises OSError if one is gone."""
    families: list[str] = []
    for name in FILES:
        index = _register(name)
        if index < 0:
            raise OSError(f"font missing: {name}")
        families += QFontDatabase.applicationFontFamilies(index)
    return tuple(families)


def _register(name: str) -> int:
    part = f"resources/fonts/{name}"
    cached = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    if (file := packed.on_disk(part, Path(cached) / "qianshou")) is None:
        held = packed.content(part)
        if held is not None:
            return QFontDatabase.addApplicationFontFromData(held)
        file = FOLDER / "fonts" / name
    return QFontDatabase.addApplicationFont(str(file))


def text(size: float = tokens.BODY, weight: int = 400) -> QFont:
    """The text font at `size` px × the text size factor. 600 and more is SemiBold, less is Regular."""
    return _font(tuple(TEXT), tokens.px(size), 600 if weight >= 600 else 400)


def kai(pixels: float) -> QFont:
    """The Kai script of the 田字格, in exact px (it follows the cell, not the text size)."""
    return _font(tuple(KAI), round(pixels), 400)


def song(pixels: float) -> QFont:
    """The bold Song of printed headings, in exact px."""
    return _font(tuple(SONG), round(pixels), 700)


def width(value: str, size: float = tokens.BODY, weight: int = 400) -> float:
    """How wide a line of text is, in logical px."""
    return QFontMetricsF(text(size, weight)).horizontalAdvance(value)


@lru_cache(maxsize=256)
def _font(families: tuple[str, ...], pixels: int, weight: int) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
