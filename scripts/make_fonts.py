"""Remakes resources/fonts from the published fonts: text weights whole, Kai and Song cut to the common characters.
Song's text weight, in which forms are printed, is cut to the words of ui/: run this again when they grow.

Usage: python scripts/make_fonts.py NOTO_SANS_DIR NOTO_SERIF_DIR WENKAI_TTF
  NOTO_SANS_DIR   npm package @expo-google-fonts/noto-sans-sc 0.4.3, unpacked (folder "package")
  NOTO_SERIF_DIR  npm package @expo-google-fonts/noto-serif-sc 0.4.3, unpacked
  WENKAI_TTF      LXGWWenKai-Regular.ttf of Debian's fonts-lxgw-wenkai
Needs fonttools (development only).

The text font is never cut: children's names hold rare characters; only the order of its glyphs is another.
LXGW WenKai reserves its names (OFL), so the cut version bears another family name, "Qianshou Kai".
"""

import shutil
import sys
from collections import Counter
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.reorderGlyphs import reorderGlyphs

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "fonts"


def common_characters() -> str:
    """Return the 8,105 characters of 通用规范汉字表 plus Latin, punctuation and full-width forms."""
    hanzi = (ROOT / "resources" / "data" / "hanzi8105.txt").read_text(encoding="utf-8").replace("\n", "")
    ranges = [(0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x203B), (0x2460, 0x2473)]
    ranges += [(0x3000, 0x3017), (0xFF01, 0xFF5E)]
    return hanzi + "".join(chr(code) for first, last in ranges for code in range(first, last + 1)) + "○●□■√×→"


def printed_characters() -> str:
    """Return the characters of the words that the program prints itself: all that the text weight of Song sets."""
    sources = [*sorted((ROOT / "ui").rglob("*.py")), ROOT / "app" / "children.py", ROOT / "app" / "guardianship.py"]
    sources += [ROOT / "resources" / "data" / f"{name}.csv" for name in ("assessment", "equipment", "inspection")]
    words = "".join(path.read_text(encoding="utf-8") for path in sources)
    signs = "".join(chr(code) for code in range(0x20, 0x7F)) + "（），。、；：？！“”—《》　√"
    return "".join(sorted({character for character in words if character >= "\u3400"} | set(signs)))


def rare_characters(kai: Path, text_font: Path) -> str:
    """Return the Chinese characters that `kai` has and `text_font` lacks (𠮷 and its like): no name shows boxes."""
    missing = set(TTFont(kai).getBestCmap()) - set(TTFont(text_font).getBestCmap())
    return "".join(chr(code) for code in sorted(missing) if code >= 0x3400 and not 0xAC00 <= code <= 0xD7FF)


def cut(source: Path, target: Path, family: str, characters: str) -> None:
    """Write `source` cut to `characters` to `target` under the family name `family`."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "BASE", "DSIG"]
    font = TTFont(source)
    worker = subset.Subsetter(options)
    worker.populate(text=characters)
    worker.subset(font)
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 3, 4, 6, 16, 17, 18, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    style = "Bold" if font["OS/2"].usWeightClass >= 700 else "Regular"
    compact = family.replace(" ", "")
    for name_id, text in ((1, family), (2, style), (3, f"{compact}-{style}"), (4, family), (6, f"{compact}-{style}")):
        names.setName(text, name_id, 3, 1, 0x409)
    font.save(target)


def bring_forward(path: Path) -> None:
    """Put the glyphs that the program shows most first in the file: the others are then never read from the disk."""
    counts = Counter("".join(map(chr, range(0x20, 0x7F))) * 1000)
    for source in sorted((ROOT / "ui").rglob("*.py")) + sorted((ROOT / "app").glob("sample*.py")):
        counts.update(source.read_text(encoding="utf-8"))
    font = TTFont(path)
    order, of = font.getGlyphOrder(), font.getBestCmap()
    shown = [of[ord(character)] for character, _count in counts.most_common() if ord(character) in of]
    reorderGlyphs(font, list(dict.fromkeys([order[0], *shown, *order])))
    font.save(path)


def main() -> None:
    """Remake every font file."""
    sans, serif, kai = (Path(argument) for argument in sys.argv[1:4])
    TARGET.mkdir(parents=True, exist_ok=True)
    shutil.copy(sans / "400Regular" / "NotoSansSC_400Regular.ttf", TARGET / "NotoSansSC-Regular.ttf")
    shutil.copy(sans / "600SemiBold" / "NotoSansSC_600SemiBold.ttf", TARGET / "NotoSansSC-SemiBold.ttf")
    shutil.copy(sans / "LICENSE_FONT", TARGET / "OFL-Noto.txt")
    song = serif / "700Bold" / "NotoSerifSC_700Bold.ttf"
    cut(song, TARGET / "QianshouSong-Bold.ttf", "Qianshou Song", common_characters())
    words = serif / "400Regular" / "NotoSerifSC_400Regular.ttf"
    cut(words, TARGET / "QianshouSong-Regular.ttf", "Qianshou Song", printed_characters())
    rare = rare_characters(kai, TARGET / "NotoSansSC-Regular.ttf")
    cut(kai, TARGET / "QianshouKai-Regular.ttf", "Qianshou Kai", common_characters() + rare)
    for path in sorted(TARGET.glob("*.ttf")):
        bring_forward(path)


if __name__ == "__main__":
    main()
