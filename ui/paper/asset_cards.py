"""物品卡: everything about an asset and every movement with what was left of it, two cards to an A4 (issue 6, §2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.asset_books import Entry, Step
from app.days import on_paper
from app.equipment import standard
from app.inventory import MOVE, Movement
from app.school import Snapshot
from ui.money_words import yuan_word
from ui.paper.asset_rows import Names, Row, goods_word, paper_day
from ui.paper.form_grid import Cell, Filled, Words
from ui.paper.form_grid import Row as Line
from ui.paper.output import PaintPage
from ui.paper.page import Page
from ui.paper.qr import draw_qr
from ui.paper.row_parts import parted
from ui.paper.type import Face
from ui.stock_words import borrower, kind_word

LEFT, WIDE, HIGH = 12.0, 186.0, 130.0
TOPS = (11.5, 155.5)
CUT = 148.5
HEAD, FACT, TITLES, ROW, FOOT = 20.0, 7.8, 6.6, 7.4, 5.0
LABEL = 20.0
COLUMNS = (22.0, 82.0, 16.0, 16.0, 16.0, 34.0)
CODE = 15.0


@dataclass(frozen=True, slots=True)
class Known:
    """What a card needs to know beside its asset."""

    snapshot: Snapshot
    names: Names
    classes: Mapping[int, str]
    donors: Mapping[int | None, str]
    day: date


@dataclass(frozen=True, slots=True)
class Card:
    """One card: of an asset with many movements the first or a further one.

    Its lines are made anew when it is painted: those of thousands of cards would fill the memory, and clearing that up
    would hold the window."""

    entry: Entry
    steps: Sequence[Step]
    known: Known
    row: Row
    first: int
    """Its lines among those of all movements, to before `end`."""
    end: int
    number: int
    of: int

    def facts(self) -> list[Line]:
        """What stands over the movements."""
        return _facts(self.entry, self.row)

    def lines(self) -> list[Line]:
        """Its movements."""
        return _all_moved(self.steps, self.known)[self.first : self.end]


def _tr(text: str) -> str:
    return QCoreApplication.translate("AssetCards", text)


def cards_of(entry: Entry, steps: Sequence[Step], known: Known, row: Row) -> list[Card]:
    """The cards of one asset: the facts on each, the movements one after another."""
    room = HIGH - HEAD - FOOT - TITLES - sum(one.needed() for one in _facts(entry, row))
    heights = [line.needed() for line in _all_moved(steps, known)]
    starts, left = [0], room
    for place, high in enumerate(heights):
        if place > starts[-1] and high > left:
            starts.append(place)
            left = room
        left -= high
    ends = [*starts[1:], len(heights)]
    return [
        Card(entry, steps, known, row, first, end, number, len(starts))
        for number, (first, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def card_sheets(cards: Sequence[Card], school: str, day: date) -> list[PaintPage]:
    """Two cards to a sheet, cut apart in the middle."""
    each = len(TOPS)
    return [partial(_sheet, cards=cards[at : at + each], school=school, day=day) for at in range(0, len(cards), each)]


def said_of(movement: Movement, known: Known) -> str:
    """入库，县妇联捐; 借出，三（1）班，应还 2026.11.3; 调拨，到音乐活动室."""
    donor = known.donors.get(movement.donor_id, "") if movement.donor_id else ""
    parts = (
        kind_word(movement.kind), _tr("{0}捐").format(donor) if donor else "",
        borrower(movement, known.snapshot, known.classes),
        _tr("应还 {0}").format(paper_day(movement.due_day)) if movement.due_day else "",
        _tr("到{0}").format(known.names.rooms.get(movement.to_room_id or 0, "")) if movement.kind == MOVE else "",
        _tr("批号 {0}").format(movement.batch) if movement.batch else "",
        _tr("有效期到 {0}").format(paper_day(movement.expires_on)) if movement.expires_on else "",
        movement.reason,
    )
    return _tr("，").join(part for part in parts if part)


def _all_moved(steps: Sequence[Step], known: Known) -> list[Line]:
    return [line for step in steps for line in _moved(step, known)]


def _moved(step: Step, known: Known) -> list[Line]:
    """A movement, the rest of a long reason in lines beneath."""
    one = step.movement
    by = _tr("、").join(known.names.staff[key] for key in (one.accepted_by, one.second_by) if key in known.names.staff)
    count = f"{step.change:+}".replace("-", "−") if step.change else str(one.count)
    sans = Face.SANS
    texts = ((paper_day(one.day), sans, 10.0, "center"), (said_of(one, known), Face.KAI, 11.5, "left"),
             (count, sans, 11.0, "center"), (str(step.owned), sans, 11.0, "center"),
             (str(step.here), sans, 11.0, "center"), (by, Face.KAI, 11.0, "center"))  # fmt: skip
    cells = [Filled(*spot, text, face, pt, align)
             for spot, (text, face, pt, align) in zip(_columns(), texts, strict=True)]  # fmt: skip
    return parted(ROW, cells, 6)


def _columns() -> list[tuple[float, float]]:
    return [(LEFT + sum(COLUMNS[:place]), wide) for place, wide in enumerate(COLUMNS)]


def _facts(entry: Entry, row: Row) -> list[Line]:
    goods = goods_word(entry.line.asset.class_of_goods)
    count = _tr("{0} {1}").format(row.count, row.unit)
    count += _tr("，其中借出 {0}").format(entry.out) if entry.out else ""
    price = yuan_word(row.price_fen)
    told = [
        ((_tr("名称"), row.name, 2), (_tr("型号规格"), row.spec, 1)),
        ((_tr("类别"), goods, 1), (_tr("单价"), price, 1), (_tr("账上"), count, 1)),
        ((_tr("来源"), row.origin, 1), (_tr("购置日期"), row.bought, 1), (_tr("保管人"), row.keeper, 1)),
        ((_tr("存放地点"), row.place, 3),),
    ]
    asset = entry.line.asset
    meant = next((one.name for one in standard() if one.key == asset.standard), "")
    use = _tr("领用，不用还") if asset.consumable else ""
    more = [(word, value, 1) for word, value in
            ((_tr("书号"), asset.isbn), (_tr("配备标准"), meant), (_tr("怎么用"), use)) if value]  # fmt: skip
    lines = [line for pairs in (*told, more) if pairs for line in _fact(pairs)]
    return lines + (_fact(((_tr("备注"), row.note, 3),)) if row.note else [])


def _fact(pairs: Sequence[tuple[str, str, int]]) -> list[Line]:
    """Words of the form, each with its value, over so many thirds of the card; the last takes what is left."""
    third, x = WIDE / 3, LEFT
    *before, (word, value, _thirds) = pairs
    pairs = [*before, (word, value, 3 - sum(one[2] for one in before))]
    labels: list[Cell] = []
    values: list[Filled] = []
    for word, value, thirds in pairs:
        labels.append(Words(x, LABEL, word, 10.0))
        values.append(Filled(x + LABEL, thirds * third - LABEL, value, pt=11.5, align="left"))
        x += thirds * third
    first, *more = parted(FACT, values, 4)
    cells: list[Cell] = sorted([*labels, *first.cells], key=lambda cell: cell.x)
    return [Line(first.height, cells), *more]


def _sheet(page: Page, cards: Sequence[Card], school: str, day: date) -> None:
    for top, card in zip(TOPS, cards, strict=False):
        _card(page, card, top, school, day)
    page.cut(8.0, CUT, 202.0, CUT)


def _card(page: Page, card: Card, top: float, school: str, day: date) -> None:
    right = LEFT + WIDE
    wide = page.text(LEFT, top + 6.0, _tr("物品卡"), Face.SONG, 20.0)
    page.box(school, LEFT + wide + 5, top + 1.5, 90, 9.0, Face.SANS, 11.0, min_pt=7.0)
    page.box(card.row.number, LEFT, top + 11.0, 110, 7.0, Face.BOLD, 15.0, min_pt=8.0)
    draw_qr(page, card.row.number, right - CODE - 2, top + 1.5, CODE, "M")
    said = _tr("截至 {0}").format(on_paper(day))
    page.text(right - CODE - 8, top + 14.5, said, Face.FORM, 9.5, "right")
    y = top + HEAD
    for line in card.facts():
        line.paint(page, y, line.needed())
        y += line.needed()
        page.line(LEFT, y, right, y, 0.2)
    titles = (_tr("日期"), _tr("事项"), _tr("数量"), _tr("账上"), _tr("在室"), _tr("验收人"))
    head = Line(TITLES, [Words(*spot, word, 9.5) for spot, word in zip(_columns(), titles, strict=True)])
    page.line(LEFT, y, right, y, 0.35)
    foot = top + HIGH - FOOT
    empty = Line(ROW, [Filled(*spot, "") for spot in _columns()])
    lines = [head, *card.lines()]
    while y + sum(one.needed() for one in lines) + ROW <= foot + 0.01:
        lines.append(empty)
    for line in lines:
        line.paint(page, y, line.needed())
        y += line.needed()
        page.line(LEFT, y, right, y, 0.35 if line is head else 0.2)
    page.rect(LEFT, top + HEAD, WIDE, y - top - HEAD, 0.5)
    if card.of > 1:
        page.text(right, top + HIGH - 1.4, _tr("第 {0} 张，共 {1} 张").format(card.number, card.of), Face.FORM, 9.0,
                  "right")  # fmt: skip
