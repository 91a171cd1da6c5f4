"""Where a point of the page lies in a picture of it: the projection between the two, from points known in both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Pair = tuple[Point, Point]
"""(on the page, in the picture)."""


class NoProjection(Exception):
    """The points lie in a line, or are too few."""


@dataclass(frozen=True, slots=True)
class Projection:
    """(x·a + y·b + c, x·d + y·e + f) / (x·g + y·h + 1): how a flat page looks from anywhere."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    g: float
    h: float

    def at(self, point: Point) -> Point:
        """Where the point of the page lies in the picture."""
        x, y = point
        deep = self.g * x + self.h * y + 1
        return (self.a * x + self.b * y + self.c) / deep, (self.d * x + self.e * y + self.f) / deep

    def is_flat(self, corners: Sequence[Point]) -> bool:
        """Whether these corners, in their order round the page, stay a quadrilateral without a dent: what a camera
        sees of a sheet of paper. A page that is shown in a mirror is turned round and is none either."""
        if any(self.g * x + self.h * y + 1 <= 0.05 for x, y in corners):
            return False
        seen = [self.at(corner) for corner in corners]
        turns = [_turn(seen[place - 2], seen[place - 1], one) for place, one in enumerate(seen)]
        return all(turn > 0 for turn in turns)


def projection(pairs: Sequence[Pair]) -> Projection:
    """The projection that fits the pairs best (least squares, as many as there are). Raises NoProjection."""
    if len(pairs) < 4:
        raise NoProjection(len(pairs))
    # Both sides are brought to the size of 1 first: the sums would lose half their digits otherwise.
    page, seen = _scale(point for point, _ in pairs), _scale(point for _, point in pairs)
    rows: list[list[float]] = []
    for (x, y), (u, v) in pairs:
        x, y, u, v = x / page, y / page, u / seen, v / seen
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    a, b, c, d, e, f, g, h = _least_squares(rows, 8)
    grow = seen / page
    return Projection(a * grow, b * grow, c * seen, d * grow, e * grow, f * seen, g / page, h / page)


def worst_miss(found: Projection, pairs: Sequence[Pair]) -> float:
    """How far, in the picture, the worst of the pairs lies from where the projection puts it."""
    return max(distance(found.at(point), seen) for point, seen in pairs)


def distance(one: Point, other: Point) -> float:
    """Between two points."""
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - two[1]) - (two[1] - one[1]) * (three[0] - two[0])


def _scale(points: Iterable[Point]) -> float:
    return max(max(abs(x), abs(y)) for x, y in points) or 1.0


def _least_squares(rows: Sequence[Sequence[float]], unknown: int) -> list[float]:
    """The normal equations by elimination. Raises NoProjection."""
    table = [
        [sum(row[i] * row[j] for row in rows) for j in range(unknown)] + [sum(row[i] * row[unknown] for row in rows)]
        for i in range(unknown)
    ]
    for place in range(unknown):
        pivot = max(range(place, unknown), key=lambda row: abs(table[row][place]))
        if abs(table[pivot][place]) < 1e-12:
            raise NoProjection(place)
        table[place], table[pivot] = table[pivot], table[place]
        head = table[place]
        for row in table[:place] + table[place + 1 :]:
            factor = row[place] / head[place]
            for column in range(place, unknown + 1):
                row[column] -= factor * head[column]
    return [table[place][unknown] / table[place][place] for place in range(unknown)]
