"""The report's opening and 基本情况: who the children are, where their parents work, who looks after them."""

from app.days import on_paper
from app.figures import Figure, Pair
from ui import term_words as words
from ui.word.told import Told, ended, shares, tr


def opening(told: Told) -> str:
    """What was worked at for how many children; before, that it is a draft as long as the term runs."""
    draft = "" if told.book.is_over else tr("（这是截至{0}的稿，学期结束后定稿。）").format(on_paper(told.book.on))
    done = "、".join(word for keys, word in _worked_at() if any(told.of(key) for key in keys))
    left = told.of("children.left")
    for_whom = tr("为{0}名留守儿童开展了{1}等工作。").format(left, done) if done and left else tr("开展工作。")
    said = tr("本学期，学校按照上级关于农村留守儿童关爱工作的要求，{0}现将情况总结如下。").format(for_whom)
    return draft + said


def _worked_at() -> list[tuple[tuple[str, ...], str]]:
    return [
        (("pairs.mentored",), tr("结对帮扶")), (("contact.talk",), tr("谈心")),
        (("contact.family_call",), tr("亲情电话")), (("contact.home_visit",), tr("家访")),
        (("activity.activity", "activity.class_meeting"), tr("集体活动")),
        (("activity.guardian_training", "activity.parents_meeting"), tr("家长会和监护人培训")),
        (("room.opened",), tr("活动室开放")),
    ]  # fmt: skip


def basics(told: Told) -> str:
    """Pupils and the left-behind by both meanings, each with what it means."""
    first = ended((
        tr("截至{0}，全校在校学生{1}人").format(on_paper(told.book.on), told.of("children.pupils")),
        told.some("children.girls", tr("其中女生{0}人")), told.some("children.boarders", tr("寄宿生{0}人")),
    ))  # fmt: skip
    left, civil = told.of("children.left"), told.of("children.civil")
    if not left:
        return first + tr("按学籍口径，没有留守儿童。") + _civil(told)
    register = ended((
        tr("按学籍口径（父母一方或双方外出务工三个月以上），有留守儿童{0}人").format(left),
        told.share("children.left", tr("占在校学生的{0}")), told.some("children.left_girls", tr("其中女童{0}人")),
        told.some("children.left_boarders", tr("寄宿的{0}人")), told.some("children.one_away", tr("一方外出的{0}人")),
        told.some("children.both_away", tr("双方外出的{0}人")),
    ))  # fmt: skip
    unlike = tr("两个口径的条件不同，人数也就不同。") if civil and civil != left else ""
    return first + register + _civil(told) + unlike


def _civil(told: Told) -> str:
    civil, unknown = told.of("children.civil"), told.some("children.civil_unknown", tr("另有{0}人待核实"))
    if not civil and not unknown:
        return tr("按民政口径，没有留守儿童。")
    said = tr("按民政口径（父母双方外出，或者一方外出、另一方没有监护能力，不满十六周岁的农村儿童），有{0}人")
    return ended((said.format(civil), told.share("children.civil", tr("占在校学生的{0}")), unknown))


def _by_grade(told: Told) -> str:
    """Which grade has most of them, and where they are most of the pupils."""
    grades = [one for one in told.group("grade") if one.of]
    if len(grades) < 2:
        return ""
    most = max(one.value for one in grades)
    many = [one for one in grades if one.value == most]
    share, dense = shares(grades)[0]
    return ended((tr("留守儿童最多的是{0}，{1}人").format(told.titles(many), _each(many, most)),
                  tr("占比最高的是{0}，占{1}").format(told.titles(dense), share)), begin=tr("按年级看，"))  # fmt: skip


def _each(many: list[Figure], most: int) -> str:
    return tr("各{0}").format(most) if len(many) > 1 else str(most)


def spread(told: Told) -> str:
    """In which grades they are, who is away, who cares, where the parents work."""
    if not told.of("children.left"):
        return tr("没有需要按外出情况和照料情况分的孩子。")
    parts = [(tr("从谁外出看"), "away", tr("{0}的{1}人")), (tr("从谁照料看"), "carer", tr("由{0}照料的{1}人")),
             (tr("从务工地点看"), "work", tr("在{0}的{1}人"))]  # fmt: skip
    said = [f"{begin}，{_parted(told, group, pattern)}" for begin, group, pattern in parts if told.group(group)]
    return _by_grade(told) + "；".join(said) + "。"


def _parted(told: Told, group: str, pattern: str) -> str:
    """Those not known come last, as what is still to be asked."""
    said = [pattern.format(told.title(one), one.value) for one in told.group(group) if one.name != "unknown"]
    unknown = told.some(f"{group}.unknown", tr("还没有采集到的{0}人"))
    return "，".join([*said, unknown] if unknown else said)


def against(told: Told) -> str:
    """What changed since the term before."""
    moved = [
        told.some("moves.new", tr("新入学{0}人")), told.some("moves.in", tr("转入{0}人")),
        told.some("moves.graduated", tr("毕业{0}人")), told.some("moves.out", tr("转出和离校{0}人")),
    ]  # fmt: skip
    turned = [
        told.some("moves.left_new", tr("新增留守儿童{0}人")), told.some("moves.left_gone", tr("不再是留守儿童的{0}人")),
    ]  # fmt: skip
    here = ended(moved, begin=tr("本学期"))
    if told.book.last is None:
        return tr("学校的记录从本学期开始，没有上学期的数字可以比。") + here
    keys = ("children.pupils", "children.left", "children.civil")
    than = ended((_than(told, told.book.pair(key)) for key in keys), begin=tr("和上学期末相比，"))
    return than + (here or tr("本学期没有学生进出。")) + ended(turned)


def _than(told: Told, pair: Pair) -> str:
    said = words.change(pair)
    return f"{told.title(pair.now)}{said.replace(' ', '')}" if said else ""
