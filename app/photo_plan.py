"""A folder of photos on its way to the children: whose each file is, what a person decided, which are carried out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.photos import Match

MATCHED, DOUBTFUL, REFUSED = "matched", "doubtful", "refused"
BLURRED = "blurred"


@dataclass(frozen=True, slots=True)
class PhotoLine:
    """One file. `reason` says why it cannot be read; then it has no photo."""

    path: str
    match: Match
    reason: str = ""
    blurred: bool = False
    """Too small for the card."""
    decided: int = 0
    """The child a person chose."""
    chosen: bool = False

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.replace("\\", "/").rpartition("/")[2]

    @property
    def child_id(self) -> int:
        """Whose photo it is, 0 if nobody's."""
        return self.decided or self.match.child_id

    @property
    def kind(self) -> str:
        """How the file was found, whatever was decided since: a line keeps its place in the list."""
        if self.reason:
            return REFUSED
        return DOUBTFUL if self.match.doubt or self.blurred else MATCHED

    @property
    def doubt(self) -> str:
        """What a person must still look at, "" if nothing."""
        if self.reason or self.decided:
            return ""
        return self.match.doubt or (BLURRED if self.blurred else "")


@dataclass(frozen=True, slots=True)
class PhotoPlan:
    """All files of a folder, in their order."""

    lines: tuple[PhotoLine, ...]

    def count(self, kind: str) -> int:
        """Lines of a kind."""
        return sum(line.kind == kind for line in self.lines)

    def chosen(self) -> list[int]:
        """Indexes of the lines that will be carried out."""
        return [index for index, line in enumerate(self.lines) if line.chosen]

    def tick(self, index: int) -> "PhotoPlan":
        """Take a line along or leave it; only one that has a child can be taken."""
        line = self.lines[index]
        if line.reason or not line.child_id:
            return self
        return self._with(index, replace(line, chosen=not line.chosen))

    def decide(self, index: int, child_id: int) -> "PhotoPlan":
        """Say whose photo a file is; 0 takes that back."""
        line = self.lines[index]
        if line.reason:
            return self
        fine = bool(child_id or (line.match.child_id and not line.blurred))
        return self._with(index, replace(line, decided=child_id, chosen=fine))

    def without(self, done: Sequence[int]) -> "PhotoPlan":
        """What is left when these lines are carried out."""
        gone = set(done)
        return PhotoPlan(tuple(line for index, line in enumerate(self.lines) if index not in gone))

    def _with(self, index: int, line: PhotoLine) -> "PhotoPlan":
        """One line anew; a child gets one photo, so others that are its are no longer taken along."""
        lines = list(self.lines)
        if line.chosen:
            lines = [
                replace(other, chosen=False) if other.chosen and other.child_id == line.child_id else other
                for other in lines
            ]
        lines[index] = line
        return PhotoPlan(tuple(lines))


def first_plan(found: Sequence[PhotoLine]) -> PhotoPlan:
    """The plan as the names of the files give it: what nobody need look at is taken along."""
    return PhotoPlan(tuple(replace(line, chosen=line.kind == MATCHED) for line in found))
