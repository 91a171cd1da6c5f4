"""The large set of pictures behind the limits of app/slips/marks.py. Not part of the suite: it takes minutes.

python -m tests.ui.slips.large PAGES [SEED] [--spoilt]: prints how many boxes were told rightly, doubted, missed or
falsely taken for ticked. `--spoilt` adds shadows with a hard edge, coffee stains, a code under a blot.
"""

import os
import sys
import time
from collections import Counter
from random import Random

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from app.slips.codes import code_of
from app.slips.marks import DOUBTFUL, EMPTY, TICKED
from app.slips.reading import Unreadable, page_in, read_page
from app.slips.sheet import Sheet
from tests.ui.slips import camera
from ui import fonts
from ui.paper.output import image
from ui.paper.slip_page import Block, Head, Row, SlipPage, pages_of, paint_page
from ui.slips import pictures

DPI = 300
KINDS = ("talk", "family_call", "home_visit", "letter", "carer_contact", "parent_contact")


def page() -> SlipPage:
    """A slip as full as one can be."""
    rows = tuple(
        Row(kind, "联系父母", "联系上了", "没联系上", "爸爸", "136 0028 9034", mark="过了 6 天", late=True)
        for kind in KINDS
    )  # fmt: skip
    blocks = [Block(number, number, "周雨桐", "三（1）班", "上次 11月15日 爸爸电话 12 分", rows) for number in range(1, 4)]
    return pages_of(blocks)[0]


def spoil(painter: QPainter, chance: Random) -> None:
    """What happens to paper and light."""
    if chance.random() < 0.4:
        camera.shadow(painter, chance.uniform(90, 150), chance.uniform(0.45, 0.8))
    if chance.random() < 0.4:
        camera.stain(painter, (chance.uniform(95, 150), chance.uniform(50, 250)))
    if chance.random() < 0.4:
        camera.blot(painter, chance.choice(((17, 17), (193, 17), (17, 280), (193, 280))))


def one(sheet: Sheet, clean: QImage, chance: Random, found: Counter[str], *, spoilt: bool) -> None:
    """Tick, photograph, read and count."""
    picture = clean.copy()
    boxes = {
        (number, name): at for number, line in enumerate(sheet.lines, 1) for name, at in sheet.boxes(line).items()
    }
    painter = camera.pen_on(picture)
    truth = dict(zip(boxes, camera.marked(painter, list(boxes.values()), chance), strict=True))
    for box, on in truth.items():
        if not on and chance.random() < 0.1:
            camera.intruder(painter, boxes[box], chance, chance.choice(camera.PENS))
            found["strokes of neighbours"] += 1
    if spoilt:
        spoil(painter, chance)
    painter.end()
    taken = camera.taken(picture, camera.any_shot(chance), chance)
    started = time.process_time()
    try:
        page_found = page_in(pictures.shades(taken), lambda: pictures.twice(taken))
        marks = read_page(page_found, sheet, lambda lies: pictures.shades(pictures.laid_flat(taken, lies))).marks
    except Unreadable as error:
        found[f"pages not read: {error.reason}"] += 1
        return
    found["ms"] += round((time.process_time() - started) * 1000)
    found["pages read"] += 1
    for (number, name), on in truth.items():
        state = marks[number][name].state
        found["boxes"] += 1
        found["ticked"] += on
        found["false"] += state == TICKED and not on
        found["missed"] += state == EMPTY and on
        found["doubtful, ticked"] += state == DOUBTFUL and on
        found["doubtful, empty"] += state == DOUBTFUL and not on


def main() -> None:
    """Run so many pages and print what came of them."""
    given = [word for word in sys.argv[1:] if word.isdecimal()]
    count, seed = int(given[0]) if given else 100, int(given[1]) if len(given) > 1 else 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    fonts.load()
    full = page()
    head = Head("张敏老师", "第 13 周", "3 个孩子", "青石坪中心小学", "2026年11月23日")
    clean = image(lambda paper: paint_page(paper, head, full, code_of("large")), round(210 * DPI / 25.4))
    found: Counter[str] = Counter()
    chance = Random(seed)
    for _page in range(count):
        one(full.sheet(), clean, chance, found, spoilt="--spoilt" in sys.argv)
    sys.stdout.write(", ".join(f"{what}: {number}" for what, number in sorted(found.items())) + "\n")
    del application


if __name__ == "__main__":
    main()
