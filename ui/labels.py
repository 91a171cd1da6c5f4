"""How undo and the history name what somebody did: 修改周雨桐的爸爸电话."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.children import Child, Kin
from app.kinship import spoken_relation


def _tr(text: str) -> str:
    return QCoreApplication.translate("Labels", text)


def field_word(field: str) -> str:
    """A column of a child or relative as the office calls it."""
    return {
        "name": _tr("姓名"), "sex": _tr("性别"), "birth": _tr("出生日期"), "id_number": _tr("身份证号"),
        "register_number": _tr("学籍号"), "register_aux": _tr("学籍辅号"), "seat_number": _tr("班内学号"),
        "pinyin": _tr("拼音"), "ethnicity": _tr("民族"), "household": _tr("户口性质"),
        "residence_code": _tr("户口所在地"), "native_place": _tr("籍贯"), "health": _tr("健康状况"),
        "political": _tr("政治面貌"), "boarding": _tr("就读方式"), "travel": _tr("上下学方式"),
        "distance_km": _tr("上学距离"), "address": _tr("住址"), "home_address": _tr("家庭地址"),
        "phone": _tr("电话"), "only_child": _tr("独生子女"), "orphan": _tr("孤儿"), "disability": _tr("残疾类型"),
        "former_name": _tr("曾用名"), "call_time": _tr("约好通话"), "marriage": _tr("父母婚姻"),
        "income": _tr("收入来源"), "aid": _tr("救助保障"), "needs": _tr("需要帮助的事"),
        "entrusted": _tr("委托照护书"), "photo": _tr("照片"), "photo_consent": _tr("拍照同意"),
        "attention": _tr("要注意"), "note": _tr("备注"), "relation": _tr("关系"),
        "state": _tr("状况"), "custody": _tr("抚养情况"), "guardian": _tr("监护人"), "able": _tr("监护能力"),
        "work_unit": _tr("工作单位"), "occupation": _tr("职业"), "place": _tr("去处"), "duties": _tr("职务"),
    }.get(field, field)


def edit_child(child: Child, field: str) -> str:
    """修改周雨桐的住址."""
    return _tr("修改{0}的{1}").format(child.name, field_word(field))


def edit_many(count: int, what: str) -> str:
    """修改 30 人的就读方式."""
    return _tr("修改 {0} 人的{1}").format(count, what)


def change_class_of_many(count: int, class_name: str) -> str:
    """30 人调到三（2）班."""
    return _tr("{0} 人调到{1}").format(count, class_name)


def edit_kin(child: Child, kin: Kin, field: str) -> str:
    """修改周雨桐的爸爸电话."""
    return _tr("修改{0}的{1}{2}").format(child.name, spoken_relation(kin.relation), field_word(field))


def add_kin(child: Child, relation: str) -> str:
    """给周雨桐添加奶奶."""
    return _tr("给{0}添加{1}").format(child.name, spoken_relation(relation))


def remove_kin(child: Child, kin: Kin) -> str:
    """删除周雨桐的奶奶."""
    return _tr("删除{0}的{1}").format(child.name, spoken_relation(kin.relation))


def set_whereabouts(child: Child, kin: Kin) -> str:
    """修改周雨桐的爸爸去处."""
    return edit_kin(child, kin, "place")


def confirm(child: Child) -> str:
    """确认周雨桐的父母去处."""
    return _tr("确认{0}的父母去处").format(child.name)


def confirm_class(class_name: str, count: int) -> str:
    """确认三（1）班 12 人的父母去处."""
    return _tr("确认{0} {1} 人的父母去处").format(class_name, count)


def refuse(child: Child) -> str:
    """不采用周雨桐的父母去处."""
    return _tr("不采用表格里{0}的父母去处").format(child.name)


def mark_confirmed(child: Child) -> str:
    """核对周雨桐的资料."""
    return _tr("核对{0}的资料").format(child.name)


def set_carer(child: Child, kin: Kin) -> str:
    """周雨桐改由奶奶带."""
    return _tr("{0}改由{1}带").format(child.name, spoken_relation(kin.relation))


def set_override(child: Child) -> str:
    """认定周雨桐的留守情况."""
    return _tr("认定{0}的留守情况").format(child.name)


def clear_override(child: Child) -> str:
    """取消认定周雨桐的留守情况."""
    return _tr("取消认定{0}的留守情况").format(child.name)


def add_child(name: str) -> str:
    """添加周雨桐."""
    return _tr("添加{0}").format(name)


def delete_children(children: Sequence[Child]) -> str:
    """删除录错的周雨桐 · 删除录错的 3 个孩子."""
    if len(children) == 1:
        return _tr("删除录错的{0}").format(children[0].name)
    return _tr("删除录错的 {0} 个孩子").format(len(children))


def merge_children(names: str) -> str:
    """合并周雨桐的两份资料."""
    return _tr("合并{0}的两份资料").format(names)


def not_same(names: str) -> str:
    """周雨桐、周雨彤不是同一人."""
    return _tr("{0}不是同一人").format(names)


def delete_staff(name: str) -> str:
    """删除录错的张敏老师."""
    return _tr("删除录错的{0}老师").format(name)


def delete_class(class_name: str) -> str:
    """删除空班三（2）班."""
    return _tr("删除空班{0}").format(class_name)


def delete_template(name: str) -> str:
    """删除表样“基本情况登记表”."""
    return _tr("删除表样“{0}”").format(name)


def transfer_out(child: Child) -> str:
    """周雨桐转出."""
    return _tr("{0}转出").format(child.name)


def come_back(child: Child, class_name: str) -> str:
    """周雨桐回到三（1）班."""
    return _tr("{0}回到{1}").format(child.name, class_name)


def change_class(child: Child, class_name: str) -> str:
    """周雨桐调到三（1）班."""
    return _tr("{0}调到{1}").format(child.name, class_name)


def add_staff(name: str) -> str:
    """添加老师张敏."""
    return _tr("添加老师{0}").format(name)


def staff_left(name: str) -> str:
    """张敏老师离校."""
    return _tr("{0}老师离校").format(name)


def add_agreement(child: Child, what: str) -> str:
    """记下周雨桐的委托照护协议."""
    return _tr("记下{0}的{1}").format(child.name, what)


def edit_agreement(child: Child, what: str) -> str:
    """修改周雨桐的委托照护协议."""
    return _tr("修改{0}的{1}").format(child.name, what)


def delete_agreement(child: Child, what: str) -> str:
    """删除录错的周雨桐的委托照护协议."""
    return _tr("删除录错的{0}的{1}").format(child.name, what)


def came_back(name: str) -> str:
    """张敏老师回校."""
    return _tr("{0}老师回校").format(name)


def leave(name: str) -> str:
    """张敏老师请假."""
    return _tr("{0}老师请假").format(name)


def correct_leave(name: str) -> str:
    """修改张敏老师的请假."""
    return _tr("修改{0}老师的请假").format(name)


def back_at_work(name: str) -> str:
    """张敏老师销假."""
    return _tr("{0}老师销假").format(name)


def delete_leave(name: str) -> str:
    """删除张敏老师的请假."""
    return _tr("删除{0}老师的请假").format(name)


def counsellor(name: str, yes: bool) -> str:
    """张敏老师担任心理老师."""
    return (_tr("{0}老师担任心理老师") if yes else _tr("{0}老师不再担任心理老师")).format(name)


def class_teacher(class_name: str, name: str) -> str:
    """三（1）班班主任：张敏."""
    return _tr("{0}班主任：{1}").format(class_name, name or _tr("没有"))


def survey(class_name: str, cells: int, forms: int) -> str:
    """登记三（1）班的调查表：改 7 处，核对 20 人."""
    return _tr("登记{0}的调查表：改 {1} 处，核对 {2} 人").format(class_name, cells, forms)
