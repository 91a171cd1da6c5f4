"""What of the asset ledger is printed: all of it, a room, a class of goods or picked things, as of any day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.asset_books import (
    BOOK,
    CARDS,
    CHOSEN,
    LABELS,
    OF_GOODS,
    OF_ROOM,
    Book,
    each_goods,
    each_room,
    general,
    movements_of,
    of_goods,
    of_room,
    picked,
    steps,
)
from app.cards import class_name_on
from app.children import Child
from app.inventory import Inventory, Movement
from app.rooms import Room
from app.school import Snapshot
from app.shelf import Line, lines_on
from app.store import Progress
from ui.paper.asset_book import book_sheets
from ui.paper.asset_cards import Known, card_sheets, cards_of
from ui.paper.asset_labels import Ask, label_sheets, labels_of
from ui.paper.asset_rows import Names, goods_word, row_of
from ui.paper.output import PaintPage, Paper
from ui.paper.scope import Scope
from ui.session import Session
from ui.stock_words import class_words

STEP = 50
"""Things after which progress is told."""
ALL, ROOMS, GOODS = "all", "rooms", "goods"
"""Keys of choices: 总账, every room, every class."""


@dataclass(frozen=True, slots=True)
class AssetJob:
    """Books, cards or labels as of `day`; `children` are those whom a card names."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    paper: str
    """One of `app.asset_books.PAPERS`."""
    books: tuple[Book, ...]
    movements: Mapping[int, Sequence[Movement]] = field(default_factory=dict, compare=False)
    """Of each asset, for cards."""
    donors: Mapping[int | None, str] = field(default_factory=dict, compare=False)
    ask: Ask = field(default_factory=Ask)

    @property
    def things(self) -> int:
        """Lines of all its books."""
        return sum(len(book.entries) for book in self.books)


    def numbers(self) -> list[str]:
        """Of every asset in its books."""
        return [entry.line.asset.number for book in self.books for entry in book.entries]


def _tr(text: str) -> str:
    return QCoreApplication.translate("AssetJob", text)


def asset_scopes(paper: str, session: Session, assets: Collection[int]) -> list[Scope]:
    """What was picked on the ledger's page, all, each room, each class of goods that there is."""
    known = session.store.inventory.assets()
    rooms = sorted(session.snapshot.rooms, key=lambda one: (one.closed_on is not None, one.position))
    found: list[Scope] = []
    names = [one.name for one in known if one.id in assets]
    if names:
        said = names[0] if len(names) == 1 else _tr("列出的 {0} 样").format(len(names))
        found.append(Scope(CHOSEN, said, ()))
    if paper == BOOK:
        found += [Scope(ALL, _tr("总账"), ()), Scope(ROOMS, _tr("分室账，每间一本"), ()),
                  Scope(GOODS, _tr("分类账，每类一本"), ())]  # fmt: skip
    else:
        found.append(Scope(ALL, _tr("全部物品"), ()))
    found += [Scope(f"{OF_ROOM}:{one.id}", one.name, ()) for one in rooms]
    goods = {one.class_of_goods for one in known}
    found += [Scope(f"{OF_GOODS}:{key}", _tr("类别：{0}").format(word), ()) for key, word in class_words().items()
              if key in goods]  # fmt: skip
    if goods - set(class_words()):
        found.append(Scope(f"{OF_GOODS}:", _tr("类别：{0}").format(goods_word("")), ()))
    return found


def asset_job(
    paper: str, scope: str, snapshot: Snapshot, inventory: Inventory, day: date, assets: Collection[int] = (),
    ask: Ask | None = None,
) -> AssetJob:  # fmt: skip
    """The job that paper and choice make."""
    books = tuple(_books(scope, lines_on(inventory, day), snapshot.rooms, assets))
    ask = ask or Ask()
    if paper != CARDS:
        return AssetJob((), snapshot, day, paper, books, ask=ask)
    ids = {entry.line.id for book in books for entry in book.entries}
    movements = movements_of(inventory, ids, day)
    named = dict.fromkeys(one.child_id for found in movements.values() for one in found if one.child_id)
    children = [snapshot.children[key] for key in named if key in snapshot.children]
    donors: dict[int | None, str] = {one.id: one.name for one in inventory.donors()}
    return AssetJob(children, snapshot, day, paper, books, movements, donors, ask)


def asset_paper(job: AssetJob, progress: Progress | None = None) -> Paper:
    """The sheets; books of rooms and classes begin on a sheet of their own. `progress` hears of how many things the
    cards are laid out."""
    names, school = Names(job.snapshot), job.snapshot.school.name
    if job.paper == LABELS:
        labels = labels_of(job.books, names, job.ask)
        sheets = label_sheets(labels, school, job.ask)
        return Paper(_tr("物品标签"), sheets, len(labels), _nobody(sheets))
    if job.paper == CARDS:
        return _cards(job, names, school, progress)
    sheets = [sheet for book in job.books if book.entries for sheet in book_sheets(book, names, school, job.day)]
    return Paper(_tr("资产台账"), sheets, job.things, _nobody(sheets), landscape=True)


def _cards(job: AssetJob, names: Names, school: str, progress: Progress | None) -> Paper:
    snapshot = job.snapshot
    classes = {one.id: class_name_on(one, snapshot, job.day) for one in snapshot.classes}
    known = Known(snapshot, names, classes, job.donors, job.day)
    cards, owners, done = [], [], 0
    for book in job.books:
        for entry in book.entries:
            moved = job.movements.get(entry.line.id, ())
            made = cards_of(entry, steps(moved, job.day), known, row_of(entry, book, names))
            cards += made
            done += 1
            if progress is not None and done % STEP == 0:
                progress(done, job.things)
            owners += [frozenset(one.child_id for one in moved if one.child_id)] * len(made)
    sheets = card_sheets(cards, school, job.day)
    on_each = [frozenset().union(*owners[at : at + 2]) for at in range(0, len(owners), 2)]
    return Paper(_tr("物品卡"), sheets, len(cards), on_each)


def _nobody(sheets: Sequence[PaintPage]) -> list[frozenset[int]]:
    return [frozenset()] * len(sheets)


def _books(scope: str, lines: Sequence[Line], rooms: Sequence[Room], assets: Collection[int]) -> list[Book]:
    word, _, key = scope.partition(":")
    if word == CHOSEN:
        return [picked(lines, assets)]
    if word == ROOMS:
        return each_room(lines, [one.id for one in sorted(rooms, key=lambda one: one.position)])
    if word == OF_ROOM and key:
        return [of_room(lines, int(key))]
    if scope == GOODS:
        return each_goods(lines)
    return [of_goods(lines, key)] if word == OF_GOODS else [general(lines)]
