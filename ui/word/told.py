"""What the sentences of the report are made of: the figures of the term, one by one, as words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.figures import Book, Figure
from app.school import Snapshot
from ui import term_words as words


def tr(text: str) -> str:
    """The words of the report in the language of the interface."""
    return QCoreApplication.translate("report_word", text)


def ended(parts: Iterable[str], none: str = "", begin: str = "") -> str:
    """The parts that say something as one sentence after `begin`; `none` where no part does."""
    said = [one for one in parts if one]
    return begin + "，".join(said) + "。" if said else none


class Told:
    """A term's figures for sentences: what there was none of is said so, nothing is said that no figure says."""

    def __init__(self, book: Book, snapshot: Snapshot) -> None:
        self.book, self.snapshot = book, snapshot

    def of(self, key: str) -> int:
        """The number of a figure; 0 where the school has nothing of the sort."""
        one = self.book.figures.get(key)
        return one.value if one is not None else 0

    def lacking(self, key: str) -> int:
        """What is still to be done of it."""
        one = self.book.figures.get(key)
        return (one.of or 0) - one.value if one is not None else 0

    def some(self, key: str, pattern: str) -> str:
        """The pattern with the number, "" for none."""
        return pattern.format(self.of(key)) if self.of(key) else ""

    def lacks(self, key: str, pattern: str) -> str:
        """The pattern with what is lacking, "" where nothing is."""
        return pattern.format(self.lacking(key)) if self.lacking(key) else ""

    def share(self, key: str, pattern: str) -> str:
        """The pattern with the percentage, "" for none."""
        one = self.book.figures.get(key)
        return pattern.format(words.percent(one)) if one is not None and one.value and one.of else ""

    def group(self, group: str) -> list[Figure]:
        """The figures of a group that are not nought."""
        return [one.now for one in self.book.pairs(group) if one.now.value]

    def each(self, group: str) -> str:
        """谈心 709 次、家访 84 次: those of a group that are not nought, the most first."""
        some = sorted(self.group(group), key=lambda one: -one.value)
        return "、".join(f"{self.title(one)}{one.value}{words.unit(one.key)}" for one in some)

    def title(self, one: Figure) -> str:
        """What it is called."""
        return words.title(one, self.snapshot, self.book.on)

    def titles(self, every: Iterable[Figure]) -> str:
        """What they are called, one after the other."""
        return "、".join(self.title(one) for one in every)

    def missed(self) -> list[tuple[str, int]]:
        """Rules with what was not done, the most first."""
        every = [(self.title(one.now), self.lacking(one.now.key)) for one in self.book.pairs("rule")]
        return sorted((one for one in every if one[1]), key=lambda one: -one[1])


def percent(done: int, of: int) -> str:
    """91%; 100% only where nothing lacks."""
    return words.percent(Figure("share", done, of, tuple))


def shares(every: Iterable[Figure]) -> list[tuple[str, list[Figure]]]:
    """The figures by the percentage that is said of them, the highest first; those of nothing are left out."""
    found: dict[str, list[Figure]] = {}
    for one in sorted((one for one in every if one.of), key=lambda one: -(one.percent or 0)):
        found.setdefault(words.percent(one), []).append(one)
    return list(found.items())
