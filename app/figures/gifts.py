"""What came from outside in the term, who is insured on the day, which wishes were met (`app.gifts`)."""

from collections.abc import Iterable, Iterator

from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.gifts import Donation, Gift, Wish, donations


def gifts(scene: Scene) -> Iterator[Figure]:
    """The group gift: donations, who got something, its worth in fen; the insured; wishes met of those said in it."""
    book = scene.store.gifts
    given = [one for one in book.gifts() if scene.term.from_day <= one.day <= scene.until]
    donors = {one.id: one.name for one in book.donors()}
    together = donations(given)
    yield Figure("gift.donations", len(together), None, lambda: tuple(_donation(one, donors) for one in together))
    got = list(dict.fromkeys(one.child_id for one in given if one.child_id is not None))
    yield Figure("gift.children", len(got), None, lambda: scene.children(got))
    worth = [one for one in given if one.value_fen]
    yield Figure("gift.value", sum(_worth(one) for one in worth), None,
                 lambda: tuple(_gift(scene, one) for one in worth), each=False)  # fmt: skip
    covered = {one.child_id for one in book.covers() if one.covers(scene.on)}
    insured = [key for key in scene.rows if key in covered]
    yield Figure("gift.insured", len(insured), len(scene.rows), lambda: scene.children(insured),
                 lambda: scene.children(key for key in scene.rows if key not in covered))  # fmt: skip
    yield _wishes(scene, book.wishes())


def _wishes(scene: Scene, every: Iterable[Wish]) -> Figure:
    said = [one for one in every if one.said_on is not None and scene.term.from_day <= one.said_on <= scene.until]
    met = [one for one in said if one.met_on is not None and one.met_on <= scene.until]
    return Figure("gift.wishes", len(met), len(said), lambda: tuple(_wish(scene, one) for one in met),
                  lambda: tuple(_wish(scene, one) for one in said if one not in met))  # fmt: skip


def _worth(one: Gift) -> int:
    return (one.value_fen or 0) * one.count


def _donation(one: Donation, donors: dict[int, str]) -> Line:
    return Line("donation", one.id, one.first.what, donors.get(one.first.donor_id or 0, ""), day=one.first.day,
                key=one.first.unit, amount=one.count, page="gifts", want=("donation", one.id))  # fmt: skip


def _gift(scene: Scene, one: Gift) -> Line:
    child = scene.snapshot.children.get(one.child_id or 0)
    return Line("gift", one.id, one.what, child.name if child is not None else "", day=one.day, amount=_worth(one),
                page="gifts")  # fmt: skip


def _wish(scene: Scene, one: Wish) -> Line:
    return Line("wish", one.id, scene.snapshot.children[one.child_id].name, one.wish, day=one.met_on or one.said_on,
                page="gifts", want=("wish", one.id))  # fmt: skip
