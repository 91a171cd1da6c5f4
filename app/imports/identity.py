"""Who a row says the pupil is by numbers: ID and register number, and the birth and sex that go with them."""

from app import days, idnumber
from app.imports import cells
from app.imports.family import RowCells
from app.imports.headers import text_of


def id_number(read: RowCells) -> str:
    """The ID number to keep; a spoilt one refuses the row, a doubtful one is remarked."""
    cell = read.cells.get("id_number")
    if cells.is_blank(cells.plain(cell)):
        return ""
    if idnumber.damaged_by_excel(cell):
        read.refuse("id_damaged", "id_number", text_of(cell))
        return ""
    number = idnumber.clean_id(cell)
    if not any(char.isdigit() for char in number):
        # 未上户, 办理中: the child is there, the number is not yet.
        read.remark("id_none", "id_number", text_of(cell))
        return ""
    kind = read.text("id_kind")
    if kind and "身份证" not in kind and "户口" not in kind:
        return number
    wrong = idnumber.problem(number)
    if wrong in ("length", "characters"):
        read.refuse(f"id_{wrong}", "id_number", number)
    elif wrong:
        read.remark(f"id_{wrong}", "id_number", number)
    return number


def register_number(read: RowCells, id_number: str) -> str:
    """The 学籍号, "" where it is none."""
    number = idnumber.clean_id(read.text("register_number"))
    if not number:
        return ""
    if idnumber.register_problem(number):
        read.remark("register_unreadable", "register_number", number)
        return ""
    if idnumber.register_differs(number, id_number):
        read.remark("register_differs", "register_number", number)
    return number


def birth_and_sex(read: RowCells, values: dict[str, str], soft: set[str]) -> None:
    """Put birth and sex into `values`, from the ID number where the row is silent (then they are `soft`)."""
    number = values["id_number"]
    inside = idnumber.birth_of(number) if idnumber.problem(number) == "" else ""
    cell = read.cells.get("birth")
    birth = "" if cells.is_blank(cells.plain(cell)) else days.parse_day(cell)
    if birth is None:
        read.remark("birth_unreadable", "birth", text_of(cell))
    elif birth and inside and not days.agrees(birth, inside):
        read.remark("birth_differs", "birth", birth, inside)
    values["birth"] = days.finer(birth, inside) if birth else inside
    if not birth:
        soft.add("birth")
    sex = read.text("sex")[:1]
    if sex and sex not in "男女":
        read.remark("sex_unreadable", "sex", sex)
        sex = ""
    told = idnumber.sex_of(number) if inside else ""
    if sex and told and sex != told:
        read.remark("sex_differs", "sex", sex, told)
    values["sex"] = sex or told
    if not sex:
        soft.add("sex")
