"""结束以后的更正: what was changed of a closed term, in the pack as on the page of the close."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from app.days import on_paper
from app.figures import term_figures
from app.sheets import Column, SheetOut, Value
from app.term_close import Correction, TermClose, moved
from app.terms import term_title
from ui.pack.closing import close_of, numbers
from ui.pack.drafts import Draft, masked_table, pdf, sheet
from ui.pack.part import tr
from ui.pack.scene import Scene
from ui.paper.score_sheet import sheet_paper
from ui.term_words import title


def corrections(scene: Scene) -> Iterable[Draft]:
    """The list of a closed term, also if nothing was changed; nothing of one that is open."""
    close = close_of(scene.whole, scene.term)
    return _drafts(scene, close) if close is not None else ()


def _drafts(scene: Scene, close: TermClose) -> Iterator[Draft]:
    name = tr("学期结束以后的更正")

    def made() -> SheetOut:
        term = scene.term
        return _sheet(scene, name, close, scene.store.term_closes.corrections(close, term.from_day, term.until_day))

    def shown() -> SheetOut:
        return made() if scene.choices.full else masked_table(made())

    yield pdf(scene, name, lambda: sheet_paper(shown(), name))
    yield sheet(scene, name, made)


def _sheet(scene: Scene, name: str, close: TermClose, found: list[Correction]) -> SheetOut:
    rows: list[tuple[Value, ...]] = [
        (str(place), _moment(one.at), one.user, one.label, str(one.fields))
        for place, one in enumerate(reversed(found), 1)
    ] or [("", "", "", tr("结束以后没有改过"), "")]
    columns = (
        Column((tr("序号"),), 14.0), Column((tr("时间"),), 46.0), Column((tr("谁改的"),), 26.0),
        Column((tr("改了什么"),), 130.0, "left"), Column((tr("几处"),), 18.0),
    )  # fmt: skip
    at = datetime.fromisoformat(close.at)
    last = scene.term.until_day
    figures = term_figures(scene.whole, scene.term, last)
    notes = [tr("{0}由{1}结束这学期。").format(_moment(at), close.by)]
    notes += [
        tr("{0}：结束时 {1}，现在 {2}。").format(title(figures[one.key], scene.open, last), one.then, one.now)
        for one in moved(close, numbers(figures))
    ]  # fmt: skip
    return SheetOut(
        name, f"{scene.snapshot.school.name}{name}", columns, tuple(rows), left_note=tr("填报单位（盖章）："),
        middle_note=term_title(scene.term.code), right_note=tr("更正 {0} 次").format(len(found)), notes=tuple(notes),
        boxed=True, signatures=(tr("单位负责人："), tr("填表人：")),
    )  # fmt: skip


def _moment(at: datetime) -> str:
    return f"{on_paper(at.date())} {at:%H:%M}"
