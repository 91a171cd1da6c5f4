"""Hangs drawn pictures and papers on rows of the sample school, so that they can be looked at there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from app.agreements import CARE
from app.attachments import AFTER, BEFORE, CHILD, FINDING, PICTURE, PROBLEM, RECORD, Kept, children_of, without_consent
from app.care import CareRecord
from app.changes import Change
from app.edits.agreement import attach_scan
from app.edits.attachments import attach
from app.scan_pages import packed
from app.store import Store
from ui.attachments.reading import keep, thumbnail
from ui.photos.reading import encoded
from ui.photos.scenes import (
    SMALLER,
    doorway,
    drawing,
    extinguishers,
    pond,
    sheet_of_a_child,
    signed_sheet,
    socket,
    stage,
)

BACK = timedelta(days=200)
MANY = 5
"""Pictures of the newest activity of the whole school."""
OTHERS, EVERY = 6, 3
"""Of so many others there is one picture each: of every third that shows nobody whose family was not asked, and of one
that does."""
SMALL = 540
"""px of a picture that needs no thumbnail."""
GROWN = 5
"""Children with a drawing or something written in their growth file."""
SCANS = 3
"""Care agreements with a scan."""
GATHERED = frozenset({"activity", "class_meeting", "parents_meeting", "guardian_training", "forum", "lecture"})
Pair = tuple[Callable[[], QImage], Callable[[], QImage]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("sample", text)


def hang_pictures(store: Store, on: date, children: list[int]) -> None:
    """Pictures of activities, what some of these children drew and wrote, dangers before and after, scans of signed
    papers. Raises StoreError."""
    at = datetime.combine(on, datetime.min.time()).isoformat(timespec="seconds")
    changes = [
        *_of_activities(store, on, at), *_of_children(store, children[:GROWN], at), *_of_dangers(store, on, at),
        *_of_papers(store),
    ]  # fmt: skip
    if changes:
        store.apply(_tr("放上示例学校的图片"), changes, kind="setup")


def _drawn(store: Store, picture: QImage, name: str) -> Kept:
    """As `keep` would have it, but nothing has to be read back of what was just drawn, and what is small is its own
    thumbnail: every file costs a write to the disk."""
    content = encoded(picture)
    file = store.keep_file(content)
    is_small = max(picture.width(), picture.height()) <= SMALL
    small = file if is_small else store.keep_file(encoded(thumbnail(picture)))
    return Kept(file, name, PICTURE, len(content), small)


def _of_activities(store: Store, on: date, at: str) -> Iterator[Change]:
    found = [one for one in store.ledger.between(on - BACK, on) if one.kind in GATHERED and one.participants]
    may = _agreed(store, found)
    most = next((one for one in may if one.kind == "activity" and one.class_id is None), None)
    if most is None:
        return
    called = _tr("活动 {0}.jpg")
    pictures = [_drawn(store, stage(number), called.format(number + 1)) for number in range(MANY)]
    film = keep(store, _FILM, _tr("合唱.mp4"))
    yield from attach(RECORD, most.id, [*pictures, film], at)
    some = [one for one in may if one is not most][::EVERY][:OTHERS]
    some += [one for one in found if one not in may][:1]
    for number, record in enumerate(some, MANY):
        picture = _drawn(store, stage(number, SMALLER), called.format(1))
        yield from attach(RECORD, record.id, [picture], at)


def _agreed(store: Store, found: Sequence[CareRecord]) -> list[CareRecord]:
    """Those of which pictures may be shown."""
    snapshot = store.snapshot()
    return [one for one in found if not any(without_consent(children_of(one), snapshot))]


def _of_children(store: Store, children: Sequence[int], at: str) -> Iterator[Change]:
    written = (
        (_tr("写给爸爸妈妈的信"), _tr("爸爸妈妈：|我在学校很好，你们|不用担心。饭菜有肉，|同学也好。")),
        (_tr("我的一天"), _tr("早上我自己穿衣服，|中午和同学一起吃饭，|晚上写完作业，就和|爸爸妈妈视频。")),
        (_tr("我的愿望"), _tr("我想学会骑自行车，|想去爸爸妈妈做工的|地方看一看。")),
        (_tr("读书记录"), _tr("《草房子》读完了，|最喜欢桑桑。|《昆虫记》读到一半。")),
        (_tr("学期小结"), _tr("这学期我按时交作业，|字比上学期工整。|下学期想把数学补上来。")),
    )
    for number, child in enumerate(children):
        name, text = written[number % len(written)]
        kept = [_drawn(store, sheet_of_a_child(name, text.split("|"), number), _tr("{0}.jpg").format(name))]
        if number % 3 == 0:
            kept.insert(0, _drawn(store, drawing(number + 3), _tr("我的家.jpg")))
        if number == 0:
            kept.append(keep(store, text.replace("|", "").encode(), _tr("{0}.txt").format(name)))
        yield from attach(CHILD, child, kept, at)


def _of_dangers(store: Store, on: date, at: str) -> Iterator[Change]:
    """Of what the safety checks and inspections found: before; of what is mended also after."""
    rooms: dict[int, Pair] = {
        2: (lambda: socket(loose=True), lambda: socket(loose=False)),
        4: (lambda: doorway(blocked=True), lambda: doorway(blocked=False)),
    }
    for check in store.home.checks(on - BACK, on):
        for finding in check.findings:
            yield from _pair(store, FINDING, finding.id, rooms[finding.point], finding.mended_on is not None, at)
    outside: dict[str, Pair] = {
        "fire": (lambda: extinguishers(new=False), lambda: extinguishers(new=True)),
        "surroundings": (lambda: pond(taped=False), lambda: pond(taped=True)),
    }
    for problem in store.problems.known(on - BACK, on):
        yield from _pair(store, PROBLEM, problem.id, outside[problem.kind], problem.closed_on is not None, at)


def _pair(store: Store, holder: str, row: int, pair: Pair, is_mended: bool, at: str) -> Iterator[Change]:
    before, after = pair
    kept = _drawn(store, before(), _tr("查出来时.jpg"))
    yield from attach(holder, row, [kept], at, moment=BEFORE)
    if is_mended:
        kept = _drawn(store, after(), _tr("整改好了.jpg"))
        yield from attach(holder, row, [kept], at, moment=AFTER)


def _of_papers(store: Store) -> Iterator[Change]:
    snapshot = store.snapshot()
    lines = (
        _tr("委托人因外出务工，把孩子委托给受托人照看。"), _tr("一、受托人照看孩子的吃、住、上学和安全。"),
        _tr("二、委托人每周至少和孩子联系一次，按时寄生活费。"),
        _tr("三、孩子生病、出事，受托人马上告诉委托人和学校。"),
        _tr("四、本协议一式三份，三方各存一份。"),
    )  # fmt: skip
    some = [one for one in snapshot.agreements if one.kind == CARE and one.child_id in snapshot.children][:SCANS]
    for number, one in enumerate(some):
        name = _tr("孩子姓名：{0}").format(snapshot.children[one.child_id].name)
        sheet = signed_sheet(_tr("委托照护协议"), [name, *lines], number)
        yield from attach_scan(one, store.keep_file(packed([encoded(sheet)])))


_FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\0\x08free"
"""A film of no frame: only the tile of one is shown."""
