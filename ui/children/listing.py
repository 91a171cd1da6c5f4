"""Which children the list shows: one segment, one class, one search; the counts of every choice from the same rows."""

from app.roster import Counts, RosterRow, counts, filtered, rows, rows_of
from app.search import Hit, search
from ui.session import Session

SEGMENTS = ("left_behind", "all", "missing", "check", "card")
"""留守儿童, 全部学生, 缺信息 (of the left-behind, worst first), 要核对 (of all), 联系卡没打 (of the left-behind)."""


class Listing:
    """The rows of today, cut down as the person chose."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.segment = "left_behind"
        self.class_name = ""
        self.query = ""
        self.rows: dict[int, RosterRow] = {}
        self.hits: dict[int, Hit] = {}
        self.reread()

    def reread(self) -> None:
        """Build all rows anew."""
        self.rows = {row.child_id: row for row in rows(self._session.snapshot, self._session.today)}

    def refresh(self, touched: frozenset[int] | None) -> None:
        """Build the rows of the touched children anew; all of them where the school's frame changed."""
        if not touched:
            self.reread()
            return
        snapshot = self._session.snapshot
        children = [snapshot.children[key] for key in touched if key in snapshot.children]
        fresh = {row.child_id: row for row in rows_of(snapshot, self._session.today, children)}
        kept = [row for key, row in self.rows.items() if key not in touched]
        both = sorted([*kept, *fresh.values()], key=lambda row: row.order)
        self.rows = {row.child_id: row for row in both}

    def row(self, child_id: int) -> RosterRow:
        """The row of a pupil. Raises KeyError for one who is not here today."""
        return self.rows[child_id]

    def hit(self, child_id: int) -> Hit | None:
        """Where the search found this child, or None."""
        return self.hits.get(child_id) if self.query else None

    def shown(self) -> list[int]:
        """The ids to list, in order; a search orders by how near the hit is."""
        chosen = self.of(self.segment)
        found = search(chosen, self.query)
        self.hits = {hit.row.child_id: hit for hit in found}
        return [hit.row.child_id for hit in found]

    def of(self, segment: str, class_name: str | None = None) -> list[RosterRow]:
        """The rows of a segment in a class (None: the chosen one)."""
        of_class = self.class_name if class_name is None else class_name
        everybody = list(self.rows.values())
        if segment == "check":
            return [row for row in filtered(everybody, "all", of_class) if row.to_confirm or row.disagrees]
        if segment == "all":
            return filtered(everybody, "all", of_class)
        left = filtered(everybody, "left_behind", of_class)
        name = {"missing": "missing", "card": "card_due"}.get(segment, "all")
        return filtered(left, name)

    def segment_counts(self) -> dict[str, int]:
        """How many each segment would show in the chosen class."""
        return {segment: len(self.of(segment)) for segment in SEGMENTS}

    def counts(self) -> Counts:
        """The figures of the chosen class, or the school."""
        return counts(filtered(self.rows.values(), "all", self.class_name))

    def school_counts(self) -> Counts:
        """The figures of the school."""
        return counts(list(self.rows.values()))

    def hidden_by(self) -> int:
        """How many children the search would find if segment and class were dropped."""
        return len(search(list(self.rows.values()), self.query)) if self.query else 0
