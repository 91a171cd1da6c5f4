"""Pictures, film and papers that hang on the term's records; none of a child whose family does not want it seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.attachments import FILM, PICTURE, SOUND, Attachment, without_consent
from app.pack import Content, LeftOut, safe_name
from ui.pack.drafts import Draft
from ui.pack.part import tr
from ui.pack.scene import Scene

SEEN = (PICTURE, FILM, SOUND)
"""Kinds of file in which a child can be seen or heard."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A row that files may hang on."""

    id: int
    name: str
    """Of the folder its files lie in: 2026-10-12 国庆手工课."""
    children: tuple[int, ...] = ()
    """Who may be seen in its pictures."""
    responsible: str = ""
    day: str = ""
    proves: tuple[str, ...] = ()
    private: bool = False
    """Its papers are about one child: a masked pack is without them, for a scan shows what it shows."""


def hung(
    scene: Scene, kind: str, holders: Sequence[Holder], folder: str, *, of_term: bool = False
) -> Iterator[Draft | LeftOut]:
    """What hangs on these rows of one kind (`app.attachments.HOLDERS`), each row's files in a folder of their own.
    `of_term`: only what was added in the term, of rows that outlast it."""
    counts = scene.store.attachments.counts(kind, [one.id for one in holders])
    taken: dict[str, int] = {}
    for holder in holders:
        if not counts.get(holder.id):
            continue
        name = safe_name(holder.name)
        # Two activities of a day may be called alike.
        # Windows takes them for the same also if one is in capitals.
        same = name.casefold()
        taken[same] = taken.get(same, 0) + 1
        bundle = f"{folder}/{name}{taken[same] if taken[same] > 1 else ''}"
        for one in scene.store.attachments.of(kind, holder.id):
            if of_term and not scene.days.first.isoformat() <= one.added_at[:10] <= scene.days.last.isoformat():
                continue
            yield _left_out(scene, holder, one) or _draft(scene, holder, one, bundle)


def _left_out(scene: Scene, holder: Holder, one: Attachment) -> LeftOut | None:
    title = tr("{0}：{1}").format(holder.name, one.caption or one.name)
    if one.kind not in SEEN:
        return LeftOut(title, "personal") if holder.private and not scene.choices.full else None
    refuse, unasked = without_consent(holder.children, scene.open)
    if refuse:
        return LeftOut(title, "refused", tr("、").join(child.name for child in refuse))
    if unasked and not scene.choices.unasked:
        return LeftOut(title, "unasked", tr("、").join(child.name for child in unasked))
    return None


def _draft(scene: Scene, holder: Holder, one: Attachment, bundle: str) -> Draft:
    ending = "jpg" if one.kind == PICTURE else one.name.rpartition(".")[2].lower() or one.kind
    proves = (*holder.proves, f"attachment:{one.id}")
    return Draft(
        one.caption or one.name.rpartition(".")[0] or holder.name, ending, lambda: Content(scene.store.file(one.file)),
        holder.responsible, holder.day, proves, bundle, one.file, 1 if one.kind == PICTURE else 0, one.bytes,
    )  # fmt: skip


def counted(found: Iterable[Draft | LeftOut]) -> tuple[list[Draft], list[LeftOut]]:
    """What goes in and what does not."""
    drafts: list[Draft] = []
    left: list[LeftOut] = []
    for one in found:
        if isinstance(one, Draft):
            drafts.append(one)
        else:
            left.append(one)
    return drafts, left
