"""Tables that show an item at a glance: who signed what, how the rooms stand, which safety checks the rooms had."""

from collections.abc import Iterable, Iterator

from app.agreements import CARE, DUTY, KINDS
from app.cards import class_name_on, class_of, in_class_order
from app.days import on_paper
from app.mentoring import paired_children
from app.periods import holds
from app.rooms import gaps, rooms_on
from app.sheets import Column, SheetOut, Value
from app.status import register_status
from app.terms import term_title
from ui.agreement_words import kind_word
from ui.pack.drafts import Draft, masked_table, pdf, sheet
from ui.pack.part import tr
from ui.pack.scene import Scene
from ui.paper.score_sheet import sheet_paper
from ui.room_words import gap_words, hours_words
from ui.safety_words import found_words, point_words

Rows = list[tuple[Value, ...]]


def signings(scene: Scene) -> Iterable[Draft]:
    """协议和责任书签订情况: who signed what, child by child; the scans themselves are not in a masked pack."""
    return _both(scene, tr("协议和责任书签订情况"), _signings(scene)) if scene.left_behind else ()


def rooms(scene: Scene) -> Iterable[Draft]:
    """活动室一览: area, sign, rules on the wall, keeper, hours, what still lacks."""
    return _both(scene, tr("活动室一览"), _rooms(scene)) if rooms_on(scene.snapshot.rooms, scene.day) else ()


def checks(scene: Scene) -> Iterable[Draft]:
    """活动室安全卫生检查: every walk through the ten points, and what it found."""
    made = _checks(scene)
    return _both(scene, tr("活动室安全卫生检查记录"), made) if made.rows else ()


def _both(scene: Scene, title: str, made: SheetOut) -> Iterator[Draft]:
    shown = made if scene.choices.full else masked_table(made)
    yield pdf(scene, title, lambda: sheet_paper(shown, title))
    yield sheet(scene, title, lambda: made)


def _signings(scene: Scene) -> SheetOut:
    day = scene.day
    paired = {child.id for child in paired_children(scene.snapshot, day)}
    rows: Rows = []
    signed = dict.fromkeys(KINDS, 0)
    for place, child in enumerate(in_class_order(scene.left_behind, scene.snapshot, day), 1):
        mine = [one for one in scene.open.agreements if one.child_id == child.id and holds(one, day)]
        away = register_status(child, day).status == "both_away"
        cells = []
        for kind in KINDS:
            last = next((one for one in reversed(mine) if one.kind == kind), None)
            if last is not None:
                signed[kind] += 1
                cells.append(on_paper(last.from_day) if last.from_day is not None else tr("签了"))
            else:
                asked = {CARE: away, DUTY: child.id in paired}.get(kind, True)
                cells.append(tr("没签") if asked else tr("不用签"))
        scans = sum(bool(one.file) for one in mine)
        name = class_name_on(class_of(child, scene.snapshot, day), scene.snapshot, day)
        rows.append((str(place), name, child.name, *cells, tr("{0} 份").format(scans) if scans else ""))
    columns = (
        Column((tr("序号"),), 12.0), Column((tr("班级"),), 24.0), Column((tr("姓名"),), 24.0),
        *(Column((kind_word(kind),), 36.0) for kind in KINDS), Column((tr("扫描件"),), 20.0),
    )  # fmt: skip
    said = tr("，").join(tr("{0}签了 {1} 份").format(kind_word(kind), count) for kind, count in signed.items())
    return _table(scene, tr("协议和责任书签订情况"), columns, rows, (said + tr("。"),))


def _rooms(scene: Scene) -> SheetOut:
    day, words = scene.day, gap_words()
    rows: Rows = [
        (str(place), one.name, one.place, f"{one.area_m2:g}" if one.area_m2 is not None else "",
         _yes(one.sign), _yes(one.rules_posted), _yes(one.safe), scene.staff(one.keeper_id),
         hours_words(one.hours, day), tr("、").join(words[key] for key in gaps(one)))
        for place, one in enumerate(rooms_on(scene.snapshot.rooms, day), 1)
    ]  # fmt: skip
    columns = (
        Column((tr("序号"),), 12.0), Column((tr("活动室"),), 32.0, "left"), Column((tr("地点"),), 30.0, "left"),
        Column((tr("面积（平方米）"),), 22.0), Column((tr("挂牌"),), 15.0), Column((tr("制度上墙"),), 18.0),
        Column((tr("安全"),), 15.0), Column((tr("负责人"),), 20.0), Column((tr("开放时间"),), 56.0, "left"),
        Column((tr("还差"),), 40.0, "left"),
    )  # fmt: skip
    return _table(scene, tr("活动室一览"), columns, rows)


def _checks(scene: Scene) -> SheetOut:
    names = {one.id: one.name for one in scene.snapshot.rooms}
    rows: Rows = []
    for one in scene.store.home.checks(scene.days.first, min(scene.day, scene.days.last)):
        found = tr("；").join(found_words(each) for each in one.findings)
        open_ = sum(each.mended_on is None or each.mended_on > scene.day for each in one.findings)
        mended = "" if not one.findings else tr("{0} 处没整改").format(open_) if open_ else tr("都整改了")
        rows.append((str(len(rows) + 1), on_paper(one.day), names.get(one.room_id, ""), scene.staff(one.staff_id),
                     found or tr("十项都好"), mended, one.note))  # fmt: skip
    columns = (
        Column((tr("序号"),), 12.0), Column((tr("日期"),), 32.0), Column((tr("活动室"),), 32.0, "left"),
        Column((tr("检查人"),), 22.0), Column((tr("查出的问题"),), 74.0, "left"), Column((tr("整改"),), 26.0),
        Column((tr("备注"),), 50.0, "left"),
    )  # fmt: skip
    points = tr("每次看十项：{0}。").format(tr("；").join(point_words()))
    return _table(scene, tr("活动室安全卫生检查记录"), columns, rows, (points,))


def _yes(said: bool | None) -> str:
    return tr("没看过") if said is None else tr("有") if said else tr("没有")


def _table(scene: Scene, title: str, columns: tuple[Column, ...], rows: Rows, notes: tuple[str, ...] = ()) -> SheetOut:
    return SheetOut(
        title, f"{scene.snapshot.school.name}{title}", columns, tuple(rows),
        left_note=tr("填报单位（盖章）："), middle_note=term_title(scene.term.code),
        right_note=tr("截至{0}").format(on_paper(scene.day)), notes=notes, boxed=True,
        signatures=(tr("单位负责人："), tr("复核人："), tr("填表人：")),
    )  # fmt: skip
