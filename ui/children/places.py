"""The children as places that Ctrl+K leads to: pupils by class and pinyin, then those who have left."""

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.classnames import class_order
from app.enrolment import class_on, classes_by_id, name_on
from app.names import initials
from ui.page import Place
from ui.session import Session

PAGE = "roster"


def places(session: Session) -> list[Place]:
    """Every child of the file."""
    snapshot, day = session.snapshot, session.today
    system, classes = snapshot.school.system, classes_by_id(snapshot)
    heads = {one.id: (class_order(one.stage, one.entry_year, one.number), name_on(one, day, system))
             for one in snapshot.classes}  # fmt: skip
    gone = QCoreApplication.translate("children", "不在校")
    here: list[tuple[tuple[int, int, int], str, Place]] = []
    left: list[Place] = []
    for child in snapshot.children.values():
        one = class_on(child, classes, day, system)
        if one is None:
            left.append(_place(child, gone))
        else:
            order, name = heads[one.id]
            here.append((order, child.pinyin or child.name, _place(child, name)))
    here.sort(key=lambda each: each[:2])
    left.sort(key=lambda place: place.pinyin or place.name)
    return [*(place for _order, _pinyin, place in here), *left]


def _place(child: Child, detail: str) -> Place:
    numbers = (child.id_number, child.register_number, *(phone.number for kin in child.kin for phone in kin.phones))
    digits = tuple(number for number in numbers if number)
    return Place(PAGE, child.id, child.name, child.pinyin, initials(child.pinyin), digits, detail)
