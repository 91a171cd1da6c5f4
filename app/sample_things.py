"""The ledger of the sample school: the standard equipment with gaps, a small library, loans (two late), medicines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app import rooms
from app.changes import Change, Value
from app.equipment import Item, standard
from app.inventory import (
    ALLOTTED,
    BOUGHT,
    CONSUME,
    DONATED,
    IN,
    LOAN,
    MOVE,
    RETURN,
    SCRAP,
    Asset,
    Donor,
    Movement,
    Stocktake,
    StocktakeLine,
    stock_of,
)
from app.sample_changes import insert
from app.sample_people import Numbers
from app.sample_rooms import named
from app.school import Snapshot

MISSING = frozenset({"drum", "papers", "gauze", "clay"})
FEWER = {"umbrella": 6, "skipping-rope": 7, "cup": 12, "easel": 6}
UNION, TOWN, BOOKSHOP = "县妇联", "青石坪镇政府", "县新华书店"
GIVEN = {"football": UNION, "speaker": "青石坪镇商会"}
DONORS = {UNION: ("office", 40), "青石坪镇商会": ("company", 0), BOOKSHOP: ("company", 40), TOWN: ("office", 38)}
"""What they are, and how many days ago they were thanked; 0: not yet."""
BOOKS = (
    ("草房子", "曹文轩"), ("城南旧事", "林海音"), ("稻草人", "叶圣陶"), ("三毛流浪记", "张乐平"), ("西游记", "吴承恩"),
    ("小英雄雨来", "管桦"), ("昆虫记", "法布尔"), ("安徒生童话", "安徒生"), ("上下五千年", "林汉达"),
    ("宝葫芦的秘密", "张天翼"),
)  # fmt: skip
COPIES = 30
ROOM_OF = {"music": rooms.MUSIC, "sport": rooms.SPORT, "art": rooms.ART, "book": rooms.READING}
PRICES = {
    "keyboard": 168000, "speaker": 39900, "basketball": 6500, "football": 7200, "desk": 12000, "stool": 3500,
    "mouth-organ": 4850, "small-instruments": 26000, "volleyball": 5800, "table-tennis": 3600, "badminton": 5500,
    "skipping-rope": 850, "chess": 2400, "easel": 6800, "paint": 1950, "drawing-paper": 1200, "shelf": 42000,
    "umbrella": 2850, "flask": 5600, "medicine-box": 8900, "thermometer": 3500, "plaster": 20, "iodine": 480,
}  # fmt: skip
"""In fen; of the other things nobody wrote down what they cost."""
SPECS = {
    "keyboard": "61 键", "speaker": "蓝牙便携", "basketball": "7 号", "football": "5 号", "volleyball": "5 号",
    "desk": "1200×600", "shelf": "四层，带门", "chess": "象棋、跳棋", "drawing-paper": "8 开，50 张",
    "iodine": "100 毫升", "plaster": "防水",
}  # fmt: skip
NOTES = {"keyboard": "带琴架和凳子", "shelf": "钥匙在图书角", "umbrella": "雨天借，第二天还"}
FIRST_BOX = -80
"""When the medicine came that has expired since."""
EXPIRES = {"plaster": 210, "iodine": 12}
"""Days from today."""
LENT = ((-34, -20, -22), (-20, -6, 0), (-16, -2, 0), (-5, 9, 0), (-3, 11, 0))
"""Books to children: since, until, back (0: not yet), in days from today."""
WHY = {"basketball": "找不到了"}
"""What the stock-take that is open says already of what differs."""
USED_UP = frozenset({"plaster", "iodine", "common-medicine", "drawing-paper", "paint"})
WEEKEND = 5


@dataclass
class Things:
    """All of it, as it will be read back."""

    donors: list[Donor] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    stocktakes: list[Stocktake] = field(default_factory=list)


def things(numbers: Numbers, snapshot: Snapshot, on: date) -> Things:
    """What the home has on that day and what became of it in the last months."""
    return _Furnishing(numbers, snapshot, on).done()


def things_in(made: Things) -> Iterator[Change]:
    """All of it as inserts, behind staff, children and rooms."""
    for donor in made.donors:
        yield insert("donor", donor, {})
    for asset in made.assets:
        yield insert("asset", asset, named("keeper_id", "staff", asset.keeper_id))
    for one in made.stocktakes:
        yield insert("stocktake", one, _keys(one, ("room_id", "staff_id", "confirmed_by")))
        for line in one.lines:
            yield insert("stocktake_line", line, _keys(line, ("stocktake_id", "asset_id", "room_id")))
    for moved in made.movements:
        yield insert("movement", moved, _keys(moved, (key for key in TABLE_OF if key != "confirmed_by")))


TABLE_OF: Mapping[str, str] = {
    "asset_id": "asset", "room_id": "room", "to_room_id": "room", "child_id": "child", "class_id": "class",
    "staff_id": "staff", "loan_id": "movement", "donor_id": "donor", "accepted_by": "staff", "second_by": "staff",
    "stocktake_id": "stocktake", "confirmed_by": "staff",
}  # fmt: skip


def _keys(row: object, columns: Iterable[str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for column in columns:
        found |= named(column, TABLE_OF[column], getattr(row, column))
    return found


class _Furnishing:
    def __init__(self, numbers: Numbers, snapshot: Snapshot, on: date) -> None:
        self._numbers, self._snapshot, self._on = numbers, snapshot, on
        self._rooms = {one.kind: one for one in reversed(snapshot.rooms)}
        self._children = sorted(snapshot.children)
        here = [one.id for one in snapshot.staff if one.left_on is None]
        self._accept = here[-1], here[-3]
        self._made = Things()
        self._of: dict[str, Asset] = {}

    def done(self) -> Things:
        """In the order in which it happened."""
        for place, item in enumerate(standard()):
            if item.key not in MISSING and item.key != "books":
                self._furnish(item, place)
        for place, (title, author) in enumerate(BOOKS):
            book = self._asset(title, "book", "册", "books", DONATED, -70, author=author, price_fen=1800 + 200 * place)
            self._come(book, COPIES, -70, donor=BOOKSHOP)
        goods = self._of["shelf"].class_of_goods
        shelves = self._asset("图书角书架", goods, "个", "shelf", DONATED, -52, price_fen=46000, spec="五层，实木")
        self._come(shelves, 2, -52, donor=TOWN)
        self._lend()
        self._use()
        self._count()
        self._made.movements.sort(key=lambda one: one.day)
        return self._made

    def _furnish(self, item: Item, place: int) -> None:
        given, count = GIVEN.get(item.key, ""), FEWER.get(item.key, item.least + place % 3)
        origin = DONATED if given else BOUGHT if place % 2 else ALLOTTED
        step = -75 + place % 9 if item.key != "common-medicine" else FIRST_BOX
        asset = self._asset(item.name, item.class_of_goods, item.unit, item.key, origin, step,
                            price_fen=PRICES.get(item.key), consumable=item.key in USED_UP,
                            spec=SPECS.get(item.key, ""), note=NOTES.get(item.key, ""))  # fmt: skip
        expires = EXPIRES.get(item.key)
        if item.key == "common-medicine":
            self._come(asset, 3, FIRST_BOX, expires=-4, batch="L2401")
            self._come(asset, 4, -40, expires=330, batch="L2609")
            return
        self._come(asset, count, step, donor=given, expires=expires, batch="B3" if expires else "")

    def _asset(
        self, name: str, goods: str, unit: str, key: str, origin: str, step: int, **more: str | int | bool | None
    ) -> Asset:  # fmt: skip
        room = self._room(goods)
        made = Asset(
            self._numbers.id(), f"{len(self._made.assets) + 1:04}", name, goods, unit=unit, origin=origin,
            bought_on=self._day(step), keeper_id=room.keeper_id, standard=key, **more,  # type: ignore[arg-type]
        )  # fmt: skip
        self._made.assets.append(made)
        self._of.setdefault(key, made)
        return made

    def _come(self, asset: Asset, count: int, step: int, *, donor: str = "", expires: int | None = None,
              batch: str = "") -> None:  # fmt: skip
        self._move(
            asset, IN, step, count, accepted_by=self._accept[0], second_by=self._accept[1], batch=batch,
            donor_id=self._donor(donor) if donor else None,
            expires_on=None if expires is None else self._on + timedelta(days=expires),
        )  # fmt: skip

    def _lend(self) -> None:
        books = [one for one in self._made.assets if one.class_of_goods == "book"]
        for place, (since, due, back) in enumerate(LENT):
            child = self._children[place * 13 % len(self._children)]
            loan = self._move(books[place * 3 % len(books)], LOAN, since, 1, child_id=child, due_day=self._on
                              + timedelta(days=due))  # fmt: skip
            if back:
                self._move(books[place * 3 % len(books)], RETURN, back, 1, child_id=child, loan_id=loan.id)
        ropes, speaker = self._of["skipping-rope"], self._of["speaker"]
        self._move(ropes, LOAN, -8, 3, class_id=self._snapshot.classes[0].id, due_day=self._on + timedelta(days=6))
        self._move(speaker, LOAN, -2, 1, staff_id=self._accept[1], due_day=self._on + timedelta(days=3))

    def _use(self) -> None:
        self._move(self._of["plaster"], CONSUME, -15, 6, reason="擦伤")
        self._move(self._of["plaster"], CONSUME, -6, 2, reason="体育课擦伤")
        self._move(self._of["drawing-paper"], CONSUME, -12, 1, reason="画展")
        self._move(self._of["stool"], SCRAP, -18, 1, reason="凳腿断了，修不好")
        self._move(self._of["chess"], MOVE, -25, 2, to_room_id=self._room("book").id)

    def _count(self) -> None:
        """A stock-take of the home long ago, all right and booked; one of the sports room, not booked yet: a ball and
        two shuttlecocks are missing, another ball is broken, the last thing is not counted."""
        self._take(self._room("daily").id, -50, {}, booked=True)
        self._take(self._room("sport").id, -7, {"basketball": -1, "shuttlecock": -2}, booked=False)

    def _take(self, room_id: int, step: int, less: dict[str, int], *, booked: bool) -> None:
        row, day = self._numbers.id(), self._day(step)
        stock = stock_of(self._made.movements, day)
        keys = {one.id: key for key, one in self._of.items()}
        lines = tuple(
            StocktakeLine(
                self._numbers.id(), row, asset, room, count, count + less.get(keys.get(asset, ""), 0),
                WHY.get(key, "") if (key := keys.get(asset, "")) in less else "", counted_on=day,
                broken=int(not booked and key == "basketball"),
            )
            for (asset, room), count in sorted(stock.items()) if room == room_id
        )  # fmt: skip
        if not booked:
            lines = lines[:-1]
        closed, by = (day, self._accept[1]) if booked else (None, None)
        self._made.stocktakes.append(Stocktake(row, room_id, day, self._accept[0], closed, "", by, lines))

    def _move(self, asset: Asset, kind: str, step: int, count: int, **more: object) -> Movement:
        made = Movement(self._numbers.id(), asset.id, kind, self._day(step), count, self._room(asset.class_of_goods).id)
        made = replace(made, **more)  # type: ignore[arg-type]
        self._made.movements.append(made)
        return made

    def _donor(self, name: str) -> int:
        found = next((one.id for one in self._made.donors if one.name == name), None)
        if found is None:
            found = self._numbers.id()
            kind, thanked = DONORS[name]
            since = self._on - timedelta(days=thanked) if thanked else None
            self._made.donors.append(Donor(found, name, kind, thanked_on=since))
        return found

    def _room(self, goods: str) -> rooms.Room:
        return self._rooms.get(ROOM_OF.get(goods, rooms.HOME)) or self._snapshot.rooms[0]

    def _day(self, step: int) -> date:
        """Never on a weekend."""
        day = self._on + timedelta(days=step)
        return day - timedelta(days=max(0, day.weekday() - WEEKEND + 1))
