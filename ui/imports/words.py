"""What an import says in Chinese: why a row stays out and what to do, what a column holds, what would change."""

from PySide6.QtCore import QCoreApplication

from app import kinship, phones
from app.imports import aliases
from app.imports.plan import Diff
from app.imports.records import Problem
from ui.labels import field_word
from ui.sentences import status_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportWords", text)


# what is wrong (short), the fact with {0} {1}, what to do
_PROBLEMS: dict[str, tuple[str, str, str]] = {
    "no_name": ("没有姓名", "这一行没有姓名", "补上姓名再导"),
    "name_incomplete": ("姓名不全", "姓名只有“{0}”", "补全姓名再导"),
    "id_damaged": ("身份证号坏了", "{0} 的后几位已被 Excel 改成 0，认不回来了", "把这一格设成文本，重新填 18 位号码"),
    "kin_id_damaged": ("家长证号坏了", "{0} 的后几位已被 Excel 改成 0", "把这一格设成文本，重新填号码，或清空"),
    "number_damaged": ("号码坏了", "{0} 的后几位已被 Excel 改成 0，认不回来了", "把这一格设成文本，重新填号码"),
    "id_none": ("没有身份证号", "“{0}”不是号码", "照样导入，办好了再补"),
    "id_length": ("身份证号位数不对", "{0} 不是 18 位，也不是 15 位", "对着户口本改好，或先清空这一格"),
    "id_characters": ("身份证号写错", "{0} 里有不该有的字", "对着户口本改好，或先清空这一格"),
    "no_class": ("没有班级", "名册里没有这个孩子，表里又没写班级", "填上班级再导"),
    "class_unreadable": ("班级认不出", "“{0}”认不出是哪个班", "写成三（1）班这样"),
    "class_gone": ("班级不对", "“{0}”这个年级现在不在校", "看看班级或入学年份"),
    "duplicate": ("重复", "和第 {0} 行是同一个孩子", "留一行就行"),
    "formula_without_value": ("公式没有结果", "这一格是公式，文件里没存下结果", "在 Excel 里打开，保存一次再导"),
    "same_name": ("同名，拿不准", "学校里有叫{0}的，分不清是不是同一个", "选是哪一个，或选“新孩子”"),
    "same_name_in_file": ("同班同名", "和第 {0} 行同班同名，又没有证件号", "是两个孩子就选“新孩子”"),
    "same_number": ("号码重复", "{0} 在名册里不止一个孩子用", "选是哪一个"),
    "id_check_digit": ("身份证号可能有误", "{0} 的最后一位对不上", "照样导入，请对着户口本看一看"),
    "id_date": ("身份证号可能有误", "{0} 里的生日不是真的日子", "照样导入，请对着户口本看一看"),
    "birth_unreadable": ("出生日期没认出", "“{0}”不是日期", "这一格没有导入"),
    "birth_future": ("生日在以后", "{0} 还没有到", "生日先空着，请核对身份证号和生日"),
    "birth_differs": ("生日对不上", "表里是 {0}，身份证号里是 {1}", "照表里的导入，请核对"),
    "sex_unreadable": ("性别没认出", "“{0}”不是男或女", "按身份证号来"),
    "sex_differs": ("性别对不上", "表里是{0}，身份证号里是{1}", "照表里的导入，请核对"),
    "register_unreadable": ("学籍号不对", "{0} 不是 19 位学籍号", "这一格没有导入"),
    "register_differs": ("学籍号和身份证号不同", "{0}", "照样导入，学籍号不随身份证号改"),
    "phone_unreadable": ("电话没认出", "“{0}”里没有号码", "这一格没有导入"),
    "claim_unreadable": ("留守情况没认出", "“{0}”看不出是单亲还是双亲", "这一格没有导入"),
    "kin_id_wrong": ("家长证号可能有误", "{0}", "照样导入，请核对"),
}
_KINDS = {
    "changed": ("有变动", "名册里有，表格里改了"),
    "new": ("新孩子", "名册里没有的"),
    "doubtful": ("拿不准", "要你说是哪一个"),
    "refused": ("不能导入", "改好可以再导"),
    "unchanged": ("没变", "不用动"),
}
_DIFF = {
    "class": "班级", "claim": "留守情况", "carer": "谁带", "kin": "家里人", "kin_name": "姓名", "phones": "电话",
    "phone_state": "电话状态", "whereabouts": "在哪里", "guardian": "是否监护人", "kin_id_number": "身份证号",
    "kin_address": "住址", "occupation": "职业", "work_unit": "工作单位", "state": "状况", "relation": "关系",
}  # fmt: skip
_WHY = {
    "kin_name": "换了名字，请看是不是同一个人", "carer": "换了照料人", "class": "换了班", "id_number": "改证件号",
    "birth": "改生日", "sex": "改性别", "name": "改名", "state": "请核实",
}  # fmt: skip
_COLUMN = {
    "name": "学生姓名", "class": "班级", "grade": "年级", "entry": "入学年月", "id_kind": "证件类型",
    "claim": "是否留守",
    aliases.OTHER: "照原样留着", aliases.IGNORED: "不导入",
}  # fmt: skip
_KIN_COLUMN = {
    "name": "姓名", "relation": "关系", "phone": "电话", "place": "务工地", "address": "住址", "work_unit": "工作单位",
    "guardian": "是否监护人", "id_number": "身份证号", "occupation": "职业",
}  # fmt: skip
_GROUND = {"header": "看列名", "value": "看内容", "hand": "你选的", "": "没认出"}


def problem_words(problem: Problem) -> tuple[str, str, str]:
    """(short name, what is the matter, what to do)."""
    short, fact, do = _PROBLEMS.get(problem.code, ("不能导入", "这一行读不懂", "看看这一行再导"))
    return _tr(short), _tr(fact).format(*(*problem.args, "", "")), _tr(do)


def problem_sentence(problem: Problem, row: int = 0) -> str:
    """第 12 行 E 列：身份证号坏了，…：one sentence with the place, for the command line and the 原因 column."""
    return problem_text(problem_words(problem), problem.column, row)


def problem_text(told: tuple[str, str, str], column: str, row: int) -> str:
    """One sentence of (short name, what is the matter, what to do), with the place where that is known."""
    short, fact, do = told
    where = _tr("第 {0} 行").format(row) if row else ""
    if column:
        where += (" " if where else "") + _tr("{0} 列").format(column)
    pattern = _tr("{0}{1}：{2}。请{3}。") if _asks(do) else _tr("{0}{1}：{2}。{3}。")
    return pattern.format(where + " " if where else "", short, fact, do)


def _asks(do: str) -> bool:
    return not do.startswith(("照", "这一格", "按", "账上"))


def kind_words(kind: str) -> tuple[str, str]:
    """(name, explanation) of a kind of rows."""
    name, what = _KINDS[kind]
    return _tr(name), _tr(what)


def column_word(field: str) -> str:
    """What a column holds: 学生姓名, 爸爸的电话, 照料人的姓名."""
    group, _, attribute = field.partition(".")
    if attribute:
        who = kinship.spoken_relation(group) if kinship.is_known(group) else _tr(group)
        return _tr("{0}的{1}").format(who, _tr(_KIN_COLUMN[attribute]))
    return _tr(_COLUMN[field]) if field in _COLUMN else field_word(field)


def column_fields() -> list[str]:
    """Every field a column may be given by hand, in the order of the list to choose from."""
    kin = [f"{group}.{attribute}" for group in aliases.GROUPS for attribute in aliases.KIN_FIELDS]
    return [*aliases.CHILD_FIELDS, *kin, aliases.OTHER, aliases.IGNORED]


def ground_word(why: str) -> str:
    """Why a column was taken for what it is taken for."""
    return _tr(_GROUND[why])


def diff_word(diff: Diff) -> str:
    """爸爸的电话, 住址, 谁带."""
    word = _tr(_DIFF[diff.field]) if diff.field in _DIFF else field_word(diff.field)
    if diff.field == "other":
        return diff.relation
    if diff.field in ("carer", "kin") or not diff.relation:
        return word
    return _tr("{0}的{1}").format(kinship.spoken_relation(diff.relation), word)


def diff_values(diff: Diff) -> tuple[str, str]:
    """(now, after) as a person reads them."""
    return _value(diff, diff.old), _value(diff, diff.new)


def diff_note(diff: Diff) -> str:
    """Why a difference deserves a second look, "" if it does not."""
    return _tr(_WHY.get(diff.field, "请核实")) if diff.doubt else ""


def _value(diff: Diff, text: str) -> str:
    if not text:
        return ""
    if diff.field == "claim":
        return status_word(text)
    if diff.field == "phones":
        return "、".join(phones.dial_text(number) for number in text.split("、"))
    if diff.field == "guardian":
        return _tr("是") if text == "1" else _tr("否")
    if diff.field in ("whereabouts", "state", "kin"):
        words = {
            "home": "在家",
            "away": "外出",
            "dead": "已去世",
            "missing": "失联",
            "living": "健在",
            "unknown": "不详",
        }
        text = _tr(words[text]) if text in words else text
    if diff.field in ("carer", "kin") and text == _value_new(diff, text):
        return f"{kinship.spoken_relation(diff.relation)} {text}".strip()
    return text


def _value_new(diff: Diff, text: str) -> str:
    """The text if it is the new side, which alone is known with its relation."""
    return text if text != diff.old else ""
