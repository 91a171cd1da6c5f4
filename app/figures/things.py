"""What the school has (`app.inventory`): owned at the end of the day, come in, used up, scrapped in the term, lent."""

from collections.abc import Iterable, Iterator, Mapping

from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.inventory import CLASSES, CONSUME, IN, SCRAP, STOCKTAKE, Asset, Movement

OTHER = "other"


def things(scene: Scene) -> Iterator[Figure]:
    """The groups asset (pieces, and their worth in fen) and goods (pieces of each class of goods, of all)."""
    inventory = scene.store.inventory
    owned, assets = inventory.owned(scene.until), {one.id: one for one in inventory.assets()}
    moved = inventory.between(scene.term.from_day, scene.until)
    have = [(assets[key], count) for key, count in owned.items()]
    have.sort(key=lambda one: one[0].number)
    whole = sum(owned.values())
    yield Figure("asset.kinds", len(have), None, lambda: tuple(_thing(one, count) for one, count in have))
    yield _pieces("asset.owned", have)
    worth = [(one, count * one.price_fen) for one, count in have if one.price_fen]
    yield _pieces("asset.value", worth)
    for key, kind in (("added", IN), ("used", CONSUME), ("scrapped", SCRAP), ("counted", STOCKTAKE)):
        yield _moved(f"asset.{key}", [one for one in moved if one.kind == kind], assets)
    yield _moved("asset.donated", [one for one in moved if one.kind == IN and one.donor_id is not None], assets)
    out = inventory.loans(scene.until)
    yield Figure("asset.lent", sum(one.out for one in out), None, lambda: tuple(
        _movement(one.movement, assets, one.out) for one in out), each=False)  # fmt: skip
    for kind in CLASSES:
        inside = [(one, count) for one, count in have if _kind(one) == kind]
        if inside:
            yield _pieces(f"goods.{kind}", inside, whole)


def _kind(asset: Asset) -> str:
    return asset.class_of_goods if asset.class_of_goods in CLASSES else OTHER


def _pieces(key: str, have: Iterable[tuple[Asset, int]], of: int | None = None) -> Figure:
    every = list(have)
    return Figure(key, sum(count for _one, count in every), of,
                  lambda: tuple(_thing(one, count) for one, count in every), each=False)  # fmt: skip


def _moved(key: str, found: list[Movement], assets: Mapping[int, Asset]) -> Figure:
    return Figure(key, sum(one.count for one in found), None,
                  lambda: tuple(_movement(one, assets, one.count) for one in found), each=False)  # fmt: skip


def _thing(asset: Asset, amount: int) -> Line:
    return Line("asset", asset.id, asset.name, asset.number, amount=amount, page="ledger", want=asset.id)


def _movement(one: Movement, assets: Mapping[int, Asset], count: int) -> Line:
    asset = assets[one.asset_id]
    return Line("movement", one.id, asset.name, one.borrower or one.reason or asset.number, one.kind, one.day, count,
                "ledger", asset.id)  # fmt: skip
