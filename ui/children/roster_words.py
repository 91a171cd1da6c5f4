"""How the roster says what it knows of a child: parents, carer, what is missing, the card."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.kinship import spoken_relation
from app.phones import dial_text, mask_phone
from app.roster import RosterRow
from app.search import Hit, whose_number
from ui.card_words import why_short
from ui.pieces.rows import Cell
from ui.sentences import away_summary, carer_word, is_guess, missing_word, place_short


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)


def who_copies(row_of: Callable[[int], RosterRow]) -> tuple[tuple[str, Callable[[int], str]], ...]:
    """Name, class and sex as columns of their own, under titles that an import knows."""
    return (
        (_tr("姓名"), lambda key: row_of(key).name),
        (_tr("班级"), lambda key: row_of(key).class_name),
        (_tr("性别"), lambda key: row_of(key).sex),
    )


def who_cell(row: RosterRow, hit: Hit | None, birthday: bool, full_phones: bool) -> Cell:
    """The name over class and sex; over what a search found beside the name, or the birthday, where one asks for it."""
    second, span = f"{row.class_name} {row.sex}".strip(), (0, 0)
    if birthday:
        second = _tr("{1}月{2}日，{0}").format(row.class_name, int(row.birth[5:7]), int(row.birth[8:10]))
    if hit is not None and hit.beside:
        second, span = _beside(row, hit, full_phones)
    return Cell(row.name, second, hit=(hit.start, hit.end) if hit is not None else (0, 0), second_hit=span)


def _beside(row: RosterRow, hit: Hit, full_phones: bool) -> tuple[str, tuple[int, int]]:
    """What a search found beside the name, as a list may show it, and where in it to mark."""
    start, end = hit.span
    if not hit.is_number:
        head = f"{hit.whose} " if hit.whose else _tr("{0}，").format(row.class_name)
        return head + hit.beside, (len(head) + start, len(head) + end)
    whose = whose_number(row.child, hit.beside)
    if not whose:
        label = _tr("身份证") if hit.beside == row.child.id_number else _tr("学籍号")
        shown = f"{label} …{hit.beside[-4:]}"
        inside = max(0, min(4, len(hit.beside) - start)) if end == len(hit.beside) else 0
        return shown, (len(shown) - inside, len(shown) if inside else 0)
    head = f"{whose} "
    if not full_phones:
        return head + mask_phone(hit.beside), (0, 0)
    shown = dial_text(hit.beside)
    places = [place for place, sign in enumerate(shown) if sign != " "]
    return head + shown, (len(head) + places[start], len(head) + places[end - 1] + 1)


def carer_value(row: RosterRow) -> str:
    """What a funnel on 谁带 offers: 奶奶, 不知道."""
    return spoken_relation(row.carer.kin.relation) if row.carer.kin else _tr("不知道")


def card_value(card: str) -> str:
    """What a funnel on 联系卡 offers."""
    return {"never": _tr("没打"), "changed": _tr("要重打"), "printed": _tr("打好了")}[card]


def parents_cell(row: RosterRow) -> Cell:
    """父母都在外 over the places; what an import only proposes says so."""
    places = dict.fromkeys(place_short(one.place) for one in row.parents if one.kind == "away" and one.place)
    second = _tr("、").join(places)
    if is_guess(row):
        second = _tr("{0}，待核对").format(second) if second else _tr("待核对")
    elif row.verdict.basis == "claim":
        second = _tr("{0}，照学籍表").format(second) if second else _tr("照学籍表")
    return Cell(away_summary(row), second, tone="" if row.left_behind else "ink2")


def carer_cell(row: RosterRow) -> Cell:
    """The carer's name over the relation."""
    kin = row.carer.kin
    if kin is None:
        return Cell(_tr("不知道"), tone="ink3")
    spoken = carer_word(row.carer)
    return Cell(kin.name or _tr("名字不知道"), spoken, tone="" if kin.name else "ink3")


def known_cell(row: RosterRow) -> Cell:
    """都清楚, or how many of the five are missing over which."""
    if not row.missing:
        return Cell(_tr("都清楚"), mark="done")
    lacking = _tr("、").join(missing_word(key) for key in row.missing)
    return Cell(_tr("缺 {0} 样").format(len(row.missing)), lacking, mark="soon")


def card_cell(row: RosterRow) -> Cell:
    """When the card was printed, and whether it is still right."""
    if row.card == "never" or row.card_day is None:
        return Cell(_tr("没打"), mark="wait")
    day = f"{row.card_day.month}月{row.card_day.day}日"
    if row.card == "changed":
        why = why_short(row.card_why) or _tr("{0}打过，有变化").format(day)
        return Cell(_tr("要重打"), why, mark="soon")
    return Cell(_tr("{0}打的").format(day), mark="done")
