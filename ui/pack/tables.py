"""Tables that show an item at a glance: how the rooms stand, which safety checks they had."""

from collections.abc import Iterable, Iterator

from app.days import on_paper
from app.rooms import gaps, rooms_on
from app.sheets import Column, SheetOut, Value
from app.terms import term_title
from ui.pack.drafts import Draft, masked_table, pdf, sheet
from ui.pack.part import tr
from ui.pack.scene import Scene
from ui.paper.score_sheet import sheet_paper
from ui.room_words import gap_words, hours_words
from ui.safety_words import found_words, point_words

Rows = list[tuple[Value, ...]]


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
