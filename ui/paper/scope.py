"""For whom something is printed or exported: the choices offered, each with its count, and the children they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on
from app.care_rules import CHILD, in_force, versions
from app.children import Child
from app.classes import SchoolClass
from app.classnames import class_order
from app.enrolment import pupils_on
from app.mentoring import mentorings, paired_children
from app.record_book import written_on
from app.school import Snapshot
from app.status import register_status
from app.terms import code_of, split_code, term_code, term_title, with_assumed
from ui.sentences import rule_word


@dataclass(frozen=True, slots=True)
class Scope:
    """One choice: "全部留守儿童" and who they are. `all_pupils` = not only the left-behind."""

    key: str
    words: str
    children: tuple[Child, ...]
    all_pupils: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("Scope", text)


def scopes(snapshot: Snapshot, day: date, chosen: Sequence[int] = ()) -> list[Scope]:
    """The choices on that day: what was chosen on the page before, all left-behind, each class, all pupils."""
    pupils = pupils_on(snapshot, day)
    left = [(child, school_class) for child, school_class in pupils if _is_left(child, day)]
    result: list[Scope] = []
    picked = tuple(snapshot.children[key] for key in chosen if key in snapshot.children)
    if picked and {child.id for child in picked} != {child.id for child, _class in left}:
        one = len(picked) == 1
        words = _tr("选中的：{0}").format(picked[0].name) if one else _tr("选中的 {0} 人").format(len(picked))
        result.append(Scope("chosen", words, picked, all(not _is_left(child, day) for child in picked)))
    result.append(Scope("left", _tr("全部留守儿童 {0} 人").format(len(left)), tuple(child for child, _class in left)))
    for school_class in sorted({school_class for _child, school_class in left}, key=_order):
        members = tuple(child for child, of in left if of.id == school_class.id)
        words = _tr("{0}的留守儿童 {1} 人").format(class_name_on(school_class, snapshot, day), len(members))
        result.append(Scope(f"class:{school_class.id}", words, members))
    everyone = tuple(child for child, _class in pupils)
    result.append(Scope("all", _tr("全校学生 {0} 人").format(len(everyone)), everyone, all_pupils=True))
    return result


def class_scopes(snapshot: Snapshot, day: date) -> list[Scope]:
    """The choices for class lists: every class on that day with all its pupils, or all classes."""
    groups: dict[int, tuple[SchoolClass, list[Child]]] = {}
    for child, school_class in pupils_on(snapshot, day):
        groups.setdefault(school_class.id, (school_class, []))[1].append(child)
    ordered = sorted(groups.values(), key=lambda group: _order(group[0]))
    everyone = tuple(child for _class, children in ordered for child in children)
    result = [Scope("all", _tr("全校 {0} 个班").format(len(ordered)), everyone, all_pupils=True)]
    for school_class, children in ordered:
        words = _tr("{0} {1} 人").format(class_name_on(school_class, snapshot, day), len(children))
        result.append(Scope(f"class:{school_class.id}", words, tuple(children), all_pupils=True))
    return result


def mentor_scopes(snapshot: Snapshot, day: date) -> list[Scope]:
    """The choices for papers of mentors: all of them, or one with the children."""
    each = mentorings(snapshot, written_on(snapshot, day))
    everyone = tuple({child.id: child for one in each for child in one.children}.values())
    result = [Scope("all", _tr("全部 {0} 位代理家长").format(len(each)), everyone, all_pupils=True)]
    for one in each:
        words = _tr("{0} {1} 个孩子").format(one.staff.name, len(one.children))
        result.append(Scope(f"mentor:{one.staff.id}", words, tuple(one.children), all_pupils=True))
    return result


def term_scopes(snapshot: Snapshot, day: date) -> list[Scope]:
    """The choices for papers of a term: those of this school year and the next, then earlier ones; about no child."""
    year = split_code(code_of(day))[0]
    near = [term_code(one, half) for one in (year, year + 1) for half in (1, 2)]
    older = sorted((term.code for term in snapshot.terms if term.code < near[0]), reverse=True)
    return [Scope(code, term_title(code), ()) for code in (*near, *older)]


def begun_scopes(snapshot: Snapshot, day: date) -> list[Scope]:
    """The choices for papers of what was done in a term: those that have begun, the newest first."""
    terms = [one for one in with_assumed(snapshot.terms, day) if one.from_day - timedelta(days=6) <= day]
    return [Scope(one.code, term_title(one.code), ()) for one in reversed(terms)]


def rule_scopes(snapshot: Snapshot) -> list[Scope]:
    """The choices for the term's map: every rule that is about children, or all."""
    found = versions(in_force(snapshot.rules))
    keys = [key for key, every in found.items() if every[-1].whom == CHILD]
    return [Scope("all", _tr("全部规则"), ()), *(Scope(key, rule_word(key), ()) for key in keys)]


def mentors_of(scope: str) -> tuple[int, ...]:
    """The staff ids that such a choice names; none = all."""
    word, _, number = scope.partition(":")
    return (int(number),) if word == "mentor" else ()


_FAMILIES = {"list": "list", "signin": "list", "survey": "survey", "record_book": "mentors", "duty_paper": "mentors",
             "pairing_list": "school", "leading_group": "school", "agreements": "school", "standard": "school",
             "slips": "slips", "calendar": "terms",
             "activity_wall": "terms", "self_score": "scored", "mentor_score": "scored",
             "activity_plan": "activities", "activity_record": "activities",
             "talks": "care", "visits": "care", "calls": "care",
             "today": "today", "heat": "rules", "rules": "school",
             "room_rules": "rooms", "openings": "openings", "figures": "figures", "work_plan": "plans",
             "asset_book": "things", "asset_cards": "things", "asset_labels": "things",
             "certificate": "certificates", "honour_list": "honour_list", "story": "stories",
             "thanks": "thanks", "receipt": "receipts", "wishes": "wishes",
             "count_sheet": "counts", "stocktake_report": "reports", "scrap_form": "scraps",
             "call_back": "loans",
             "self_check": "scored", "problem_ledger": "scored", "inspection_round": "inspections"}  # fmt: skip


def family_of(kind: str) -> str:
    """Lists and surveys are for classes, books for mentors, some papers for the school, all else for children: going to
    and fro leaves each choice as it was."""
    return _FAMILIES.get(kind, "people")


def scopes_for(kind: str, snapshot: Snapshot, day: date, chosen: Sequence[int] = ()) -> list[Scope]:
    """The choices for one kind of paper (ui.paper.kinds); forms to be filled in can be blank."""
    family = family_of(kind)
    if family == "mentors":
        return mentor_scopes(snapshot, day)
    if family == "terms":
        return term_scopes(snapshot, day)
    if family == "scored":
        return begun_scopes(snapshot, day)
    if family == "rules":
        return rule_scopes(snapshot)
    if family == "school":
        day = written_on(snapshot, day)
        return [Scope("all", _tr("全校"), paired_children(snapshot, day), all_pupils=True)]
    found = scopes(snapshot, day, chosen) if family == "people" else class_scopes(snapshot, day)
    return [*found, blank_scope()] if kind in ("form", "survey") else found


def blank_scope() -> Scope:
    """The empty form, for nobody in particular."""
    return Scope("blank", _tr("空白表，手写用"), ())


def _order(school_class: SchoolClass) -> tuple[int, int, int]:
    return class_order(school_class.stage, school_class.entry_year, school_class.number)


def _is_left(child: Child, day: date) -> bool:
    return register_status(child, day).status in ("one_away", "both_away")
