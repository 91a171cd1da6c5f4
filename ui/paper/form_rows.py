"""What 农村留守儿童基本情况登记表 asks, row by row on its one grid, and what one child's form says (paper.md §5)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from app.children import AIDS, INCOMES, MARRIAGES
from app.guardianship import CARERS, CAUSES, STATES
from ui.paper.form_grid import Cell, Filled, Number, Options, Row, Words, option
from ui.paper.page import Page
from ui.paper.type import Face

LEFT, RIGHT = 15.0, 195.0
X = (23.0, 41.0, 67.0, 83.0, 105.0, 121.0, 145.0, 163.0)
"""Where the columns after the sections begin: 8 | 18 26 16 22 16 24 18 32."""
ROW, PARENT, ADDRESS, AID, NEEDS, HEAD = 10.5, 13.0, 12.6, 16.8, 14.0, 8.0
PLACE_WIDE = 34.0
ELDERS = ("祖父", "祖母", "外祖父", "外祖母")


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent's row; all "" = not known, "—" = dead or missing (said in `place`)."""

    name: str = ""
    id_number: str = ""
    phones: tuple[str, ...] = ()
    place: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Elder:
    """A grandparent's row."""

    name: str = ""
    age: str = ""
    health: str = ""
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrationForm:
    """What one form says, worded; the empty form is one without anything but the school."""

    school: str
    child_id: int = 0
    day: str = ""
    name: str = ""
    sex: str = ""
    ethnicity: str = ""
    birth: str = ""
    id_number: str = ""
    household: str = ""
    health: str = ""
    class_name: str = ""
    class_teacher: str = ""
    travel: str = ""
    way: str = ""
    address: str = ""
    boarding: str = ""
    disabled: bool | None = None
    disability: str = ""
    father: Parent = Parent()
    mother: Parent = Parent()
    marriage: str = ""
    elders: dict[str, Elder] = field(default_factory=dict)
    cause: str = ""
    care: str = ""
    carer: str = ""
    carer_relation: str = ""
    carer_age: str = ""
    carer_phones: tuple[str, ...] = ()
    care_state: str = ""
    entrusted: str = ""
    income: tuple[str, ...] = ()
    aid: tuple[str, ...] = ()
    needs: str = ""


@dataclass(slots=True)
class Disability(Cell):
    """否（　） 是，类别____（　）."""

    disabled: bool | None
    kind: str

    def paint(self, page: Page, y: float, h: float) -> None:
        centre = y + h / 2
        x = option(page, _tr("否"), self.disabled is False, self.x + 1.4, centre)
        x += page.text(x, centre, _tr("是，类别"), Face.FORM, 10.5)
        end = self.x + self.w - 11
        if not self.kind:
            page.writing_line(x, end, centre + 2.6)
        else:
            page.box(self.kind, x, y + 0.6, end - x, h - 1.2, Face.KAI, 12.5, min_pt=7.0, align="center")
        option(page, "", self.disabled is True, end + 0.4, centre)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegistrationForm", text)


def sections(form: RegistrationForm) -> list[tuple[str, list[Row]]]:
    """The form from top to bottom, each section with its title; 需要帮助的事 stands below them."""
    return [
        (_tr("儿童情况"), _child(form)),
        (_tr("父母情况"), _parents(form)),
        (_tr("祖辈情况"), [_elder(name, form.elders.get(name, Elder())) for name in ELDERS]),
        (_tr("监护情况"), _guardianship(form)),
        (_tr("家庭经济"), [
            Row(ROW, [Words(X[0], 18, _tr("收入来源")), _ticks(X[1], 154, INCOMES, form.income)]),
            Row(AID, [Words(X[0], 18, _tr("救助保障\n（可多选）"), 9.5), _ticks(X[1], 154, AIDS, form.aid)]),
        ]),
    ]  # fmt: skip


def needs_row(form: RegistrationForm) -> Row:
    """需要帮助的事, across the sections' column."""
    words = _tr("需要帮助的事")
    return Row(NEEDS, [Words(LEFT, 26, words), Filled(41, 154, form.needs, align="left", name=words)])


def _pairs(*pairs: tuple[str, str | tuple[str, ...]], of: str = "") -> Row:
    """Four words of the form, each with its value beside it; `of` says on 附页 whose they are."""
    cells: list[Cell] = []
    for place, (word, value) in enumerate(pairs):
        label, to_fill, end = X[2 * place], X[2 * place + 1], (*X[2::2], RIGHT)[place]
        cells.append(Words(label, to_fill - label, word))
        wide = end - to_fill
        if isinstance(value, tuple):
            cells.append(Number(to_fill, wide, value, name=of + word))
        else:
            cells.append(Filled(to_fill, wide, value, name=word if word == of else of + word))
    return Row(ROW, cells)


def _ticks(x: float, w: float, known: Sequence[str], ticked: Sequence[str]) -> Options:
    return Options(x, w, [(word, word in ticked) for word in known])


def _child(form: RegistrationForm) -> list[Row]:
    return [
        _pairs((_tr("姓名"), form.name), (_tr("性别"), form.sex), (_tr("民族"), form.ethnicity),
               (_tr("出生日期"), form.birth)),
        Row(ROW, [
            Words(X[0], 18, _tr("证件号码")), Filled(X[1], 64, form.id_number, Face.SANS, 12.0),
            Words(X[4], 16, _tr("户口性质")), Filled(X[5], 24, form.household, name=_tr("户口性质")),
            Words(X[6], 18, _tr("健康状况")), Filled(X[7], 32, form.health, name=_tr("健康状况")),
        ]),
        _pairs((_tr("年级班级"), form.class_name), (_tr("班主任"), form.class_teacher), (_tr("上学方式"), form.travel),
               (_tr("路程"), form.way)),
        Row(ADDRESS, [Words(X[0], 18, _tr("家庭住址")),
                      Filled(X[1], 154, form.address, align="left", name=_tr("家庭住址"))]),
        Row(ROW, [
            Words(X[0], 18, _tr("是否住校")), _ticks(X[1], 64, (_tr("走读"), _tr("住校")), (form.boarding,)),
            Words(X[4], 16, _tr("是否残疾")), Disability(X[5], 74, form.disabled, form.disability),
        ]),
    ]  # fmt: skip


def _parents(form: RegistrationForm) -> list[Row]:
    columns = ((X[0], 18.0), (X[1], 26.0), (X[2], 38.0), (X[4], 40.0), (X[6], PLACE_WIDE), (179.0, 16.0))
    words = (_tr("关系"), _tr("姓名"), _tr("证件号码"), _tr("联系电话"), _tr("务工或现住地"), _tr("外出时间"))
    rows = [Row(HEAD, [Words(x, w, word) for (x, w), word in zip(columns, words, strict=True)])]
    for relation, parent in ((_tr("父亲"), form.father), (_tr("母亲"), form.mother)):
        cells = (
            Words(*columns[0], relation),
            Filled(*columns[1], parent.name, name=_tr("{0}姓名").format(relation)),
            Filled(*columns[2], parent.id_number, Face.SANS, 10.5),
            Number(*columns[3], parent.phones, name=_tr("{0}电话").format(relation)),
            Filled(*columns[4], parent.place, pt=12.0, align="left", name=_tr("{0}务工或现住地").format(relation)),
            Filled(*columns[5], parent.since, pt=12.0),
        )
        rows.append(Row(PARENT, cells))
    rows.append(Row(ROW, [Words(X[0], 18, _tr("婚姻状况")), _ticks(X[1], 154, MARRIAGES, (form.marriage,))]))
    return rows


def _elder(relation: str, elder: Elder) -> Row:
    return _pairs((relation, elder.name), (_tr("年龄"), elder.age), (_tr("健康"), elder.health),
                  (_tr("电话"), elder.phones), of=relation)


def _guardianship(form: RegistrationForm) -> list[Row]:
    signed = (_tr("已签"), _tr("未签"))
    return [
        Row(ROW, [Words(X[0], 18, _tr("留守原因")), _ticks(X[1], 154, CAUSES, (form.cause,))]),
        Row(ROW, [Words(X[0], 18, _tr("实际照料")), _ticks(X[1], 154, CARERS, (form.care,))]),
        _pairs((_tr("照料人"), form.carer), (_tr("关系"), form.carer_relation), (_tr("年龄"), form.carer_age),
               (_tr("电话"), form.carer_phones), of=_tr("照料人")),
        Row(ROW, [
            Words(X[0], 18, _tr("监护情况")), _ticks(X[1], 64, STATES, (form.care_state,)),
            Words(X[4], 16, _tr("委托\n照护书"), 9.5), _ticks(X[5], 74, signed, (form.entrusted,)),
        ]),
    ]  # fmt: skip
