"""What Ctrl+K offers for the letters typed: pages, what lies on them, actions; nearest first, recent ones at once."""

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from app.names import initials, spelt
from app.school import Snapshot
from app.search import Hit, search
from app.store import StoreError
from ui.page import PageSpec, Place
from ui.session import Session

RECENT = "goto.recent"
KEPT = 6
"""How many places gone to are remembered."""
MOST, MOST_OF_SEVERAL = 20, 6
"""How many of one group are listed: fewer where another group shall be seen without scrolling."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """A place, and the span of its name that fits what was typed."""

    place: Place
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """What was found of one group."""

    title: str
    total: int
    found: Sequence[Found]


def _section(title: str, hits: Sequence[Hit[Place]], most: int) -> Section:
    return Section(title, len(hits), [Found(hit.row, hit.start, hit.end) for hit in hits[:most]])


def _tr(text: str) -> str:
    return QCoreApplication.translate("finder", text)


@lru_cache(maxsize=512)
def _sound(words: str) -> str:
    return spelt(words)


def spelt_out(place: Place) -> Place:
    """The place with the pinyin of its name, so that letters find it."""
    sound = _sound(place.name)
    return replace(place, pinyin=sound, initials=initials(sound))


class Finder:
    """Built once a window; what lies on the pages is asked for again after a change of the file."""

    def __init__(self, session: Session, specs: Sequence[PageSpec], actions: Callable[[], Sequence[Place]]) -> None:
        self._session, self._specs, self._actions = session, specs, actions
        self._read: tuple[Snapshot, date] | None = None
        self._groups: dict[str, list[Place]] = {}

    def prepare(self) -> None:
        """Read afresh what there is to go to, where that may differ from the last time."""
        snapshot, today = self._session.snapshot, self._session.today
        # By identity: a snapshot is never changed, and comparing two whole schools takes long.
        if self._read is None or self._read[0] is not snapshot or self._read[1] != today:
            self._read = snapshot, today
            self._groups = self._lying_on_pages()
        self._groups[_tr("操作")] = [spelt_out(place) for place in self._actions()]

    def _lying_on_pages(self) -> dict[str, list[Place]]:
        number = 0
        pages: list[Place] = []
        groups = {_tr("页面"): pages}
        for spec in self._specs:
            number += spec.on_rail
            keys = f"Ctrl+{number}" if spec.on_rail else ""
            pages.append(spelt_out(Place(spec.key, None, spec.title, icon=spec.icon, keys=keys)))
        for spec in self._specs:
            inside = spec.places(self._session)
            if spec.group:
                groups.setdefault(spec.group, []).extend(inside)
            else:
                pages.extend(spelt_out(place) for place in inside)
        return groups

    def find(self, text: str) -> list[Section]:
        """The groups that have something, the one with the nearest hit first."""
        if not text.strip():
            return self._at_once()
        hits = {title: search(places, text) for title, places in self._groups.items()}
        several = sum(map(bool, hits.values())) > 1
        nearest = sorted((title for title in hits if hits[title]), key=lambda title: hits[title][0].rank)
        return [_section(title, hits[title], MOST_OF_SEVERAL if several else MOST) for title in nearest]

    def _at_once(self) -> list[Section]:
        """Before anything is typed: where one was last, then the pages and actions."""
        known: dict[tuple[str, str | int | None], Place] = {}
        for place in (place for places in self._groups.values() for place in places):
            known.setdefault((place.page, place.want), place)
        recent = [known[key] for key in self._recent() if key in known]
        sections = [Section(_tr("最近去过"), 0, [Found(place) for place in recent])]
        for title in (_tr("页面"), _tr("操作")):
            rest = [place for place in self._groups[title] if known[place.page, place.want] is place]
            sections.append(Section(title, 0, [Found(place) for place in rest if place not in recent]))
        return [section for section in sections if section.found]

    def _recent(self) -> list[tuple[str, str | int | None]]:
        try:
            kept = json.loads(self._session.store.setting(RECENT, "[]"))
            return [(str(page), want) for page, want in kept]
        except (ValueError, TypeError):
            return []

    def note(self, place: Place) -> None:
        """Remember that one went there."""
        key = (place.page, place.want)
        kept = [key, *(other for other in self._recent() if other != key)][:KEPT]
        try:
            self._session.store.set_setting(RECENT, json.dumps(kept, ensure_ascii=False))
        except StoreError as error:
            log.warning("not remembered where one went: %s", type(error).__name__)
