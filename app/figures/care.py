"""What was done: records by kind, and how far the rules were kept, by the windows of `app.tally`."""

from collections.abc import Iterable, Iterator

from app.activities import KINDS as TOGETHER
from app.care import KINDS, CareRecord, Contact
from app.care_rules import CHILD, CLASS
from app.figures.model import Figure, Line
from app.figures.scene import Scene
from app.tally import Asked


def care(scene: Scene) -> Iterator[Figure]:
    """The groups contact and activity (records by kind, of all tries), rule (windows done, of those due by the day),
    running (the same of those that are not due yet) and follow (what was come back to)."""
    of_kind: dict[str, list[Contact]] = {kind: [] for kind in KINDS}
    for one in scene.records:
        of_kind[one.kind].append(one)
    for kind, records in of_kind.items():
        group = "activity" if kind in TOGETHER else "contact"
        yield _records(scene, f"{group}.{kind}", records)
    for group, by_rule in (("rule", scene.owed), ("running", scene.running)):
        for key, every in by_rule.items():
            yield _rule(scene, f"{group}.{key}", every)
    yield from _follow_ups(scene)


def _records(scene: Scene, key: str, records: list[Contact]) -> Figure:
    done = [one for one in records if one.reached]
    return Figure(
        key, len(done), len(records), lambda: tuple(_record(scene, one) for one in _newest(done)),
        lambda: tuple(_record(scene, one) for one in _newest(one for one in records if not one.reached)),
        days=lambda: [one.day for one in done],
    )  # fmt: skip


def _newest(records: Iterable[Contact]) -> list[Contact]:
    return sorted(records, key=lambda one: (one.day, one.record_id), reverse=True)


def _record(scene: Scene, one: Contact) -> Line:
    there = scene.there.get(one.record_id, [])
    name = scene.snapshot.children[there[0]].name if len(there) == 1 else scene.class_name(one.class_id)
    activity = one.kind in TOGETHER
    return Line(
        "record", one.record_id, name, scene.staff.get(one.staff_id or 0, ""), one.kind, one.day,
        len(there) if len(there) > 1 else None, "activities" if activity else "contacts",
        one.record_id if activity else {"record": one.record_id},
    )  # fmt: skip


def _rule(scene: Scene, key: str, every: list[Asked]) -> Figure:
    done = [one for one in every if one.done]
    return Figure(
        key, len(done), len(every), lambda: tuple(_window(scene, one) for one in done),
        lambda: tuple(_window(scene, one) for one in every if not one.done),
    )  # fmt: skip


def _window(scene: Scene, one: Asked) -> Line:
    kind, number = one.subject
    is_child = kind == CHILD
    name = scene.snapshot.children[number].name if is_child else scene.class_name(number) if kind == CLASS else ""
    detail = scene.class_name(scene.class_of(one)) if is_child else ""
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
