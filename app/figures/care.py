"""What was done: records by kind, and how far the rules were kept, by the windows of `app.tally`."""

from collections.abc import Iterable, Iterator

from app.activities import KINDS as TOGETHER
from app.care import KINDS, CareRecord, Contact
from app.care_rules import CHILD, CLASS
from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.tally import Entry


def care(scene: Scene) -> Iterator[Figure]:
    """The groups contact and activity (records by kind, of all tries), rule (windows done, of those due by the day),
    running (the same of those that are not due yet) and follow (what was come back to)."""
    of_kind: dict[str, dict[int, list[Contact]]] = {}
    for one in scene.contacts:
        of_kind.setdefault(one.kind, {}).setdefault(one.record_id, []).append(one)
    for kind in KINDS:
        group = "activity" if kind in TOGETHER else "contact"
        yield _records(scene, f"{group}.{kind}", of_kind.get(kind, {}))
    yield from _rules(scene, "rule", scene.owed)
    yield from _rules(scene, "running", scene.running)
    yield from _follow_ups(scene)


def _records(scene: Scene, key: str, records: dict[int, list[Contact]]) -> Figure:
    done = [ones for ones in records.values() if ones[0].reached]
    tried = [ones for ones in records.values() if not ones[0].reached]
    return Figure(
        key, len(done), len(records), lambda: tuple(_record(scene, ones) for ones in _newest(done)),
        lambda: tuple(_record(scene, ones) for ones in _newest(tried)),
    )  # fmt: skip


def _newest(records: list[list[Contact]]) -> list[list[Contact]]:
    return sorted(records, key=lambda ones: (ones[0].day, ones[0].record_id), reverse=True)


def _record(scene: Scene, ones: list[Contact]) -> Line:
    first = ones[0]
    there = [one.child_id for one in ones if one.child_id is not None]
    name = scene.snapshot.children[there[0]].name if len(there) == 1 else scene.class_name(first.class_id)
    activity = first.kind in TOGETHER
    return Line(
        "record", first.record_id, name, scene.staff.get(first.staff_id or 0, ""), first.kind, first.day,
        len(there) if len(there) > 1 else None, "activities" if activity else "contacts",
        first.record_id if activity else {"record": first.record_id},
    )  # fmt: skip


def _rules(scene: Scene, group: str, entries: Iterable[Entry]) -> Iterator[Figure]:
    of_rule: dict[str, list[Entry]] = {}
    for one in entries:
        of_rule.setdefault(one.key, []).append(one)
    for key, every in of_rule.items():
        yield _rule(scene, f"{group}.{key}", every)


def _rule(scene: Scene, key: str, every: list[Entry]) -> Figure:
    done = [one for one in every if one.done]
    return Figure(
        key, len(done), len(every), lambda: tuple(_window(scene, one) for one in done),
        lambda: tuple(_window(scene, one) for one in every if not one.done),
    )  # fmt: skip


def _window(scene: Scene, one: Entry) -> Line:
    kind, number = one.subject
    is_child = kind == CHILD
    name = scene.snapshot.children[number].name if is_child else scene.class_name(number) if kind == CLASS else ""
    detail = scene.class_name(one.class_id) if is_child else ""
    page, want = ("roster", number) if is_child else ("heat", (scene.term.code, one.key))
    return Line("window", number, name, detail, one.key, one.owed.deadline, page=page, want=want)


def _follow_ups(scene: Scene) -> Iterator[Figure]:
    every = scene.store.ledger.follow_ups(scene.term.from_day, scene.until)
    asked = [one for one in every if one.day >= scene.term.from_day]
    waiting = [one for one in every if _waits(scene, one)]
    done = [one for one in asked if not _waits(scene, one)]
    yield Figure("follow.done", len(done), len(asked), lambda: tuple(_follow_up(scene, one) for one in done),
                 lambda: tuple(_follow_up(scene, one) for one in asked if _waits(scene, one)))  # fmt: skip
    yield Figure("follow.open", len(waiting), None, lambda: tuple(_follow_up(scene, one) for one in waiting))


def _waits(scene: Scene, one: CareRecord) -> bool:
    return one.followed_up is None or one.followed_up > scene.until


def _follow_up(scene: Scene, one: CareRecord) -> Line:
    there = [each.child_id for each in one.participants]
    name = scene.snapshot.children[there[0]].name if len(there) == 1 else scene.class_name(one.class_id)
    return Line("follow", one.id, name, one.follow_up_note, one.kind, one.day, page="contacts", want={"record": one.id})
