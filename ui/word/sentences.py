"""The sentences of the report, built from the figures of the term: what there was none of is said so."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app import money
from app.days import on_paper
from app.figures import Book, Figure, Pair
from app.school import Snapshot
from ui import term_words as words


def tr(text: str) -> str:
    """The words of the report in the language of the interface."""
    return QCoreApplication.translate("report_word", text)


def ended(parts: Iterable[str], none: str = "") -> str:
    """The parts that say something as one sentence; `none` where no part does."""
    said = [one for one in parts if one]
    return "，".join(said) + "。" if said else none


class Told:
    """A term's figures in sentences."""

    def __init__(self, book: Book, snapshot: Snapshot) -> None:
        self.book, self.snapshot = book, snapshot

    # what each sentence is made of

    def of(self, key: str) -> int:
        """The number of a figure; 0 where the school has nothing of the sort."""
        one = self.book.figures.get(key)
        return one.value if one is not None else 0

    def lacking(self, key: str) -> int:
        """What is still to be done of it."""
        one = self.book.figures.get(key)
        return (one.of or 0) - one.value if one is not None else 0

    def some(self, key: str, pattern: str) -> str:
        """The pattern with the number, "" for none."""
        return pattern.format(self.of(key)) if self.of(key) else ""

    def each(self, group: str, among: bool = True) -> str:
        """父母都外出 38 人、只父亲外出 18 人: those of a group that are not nought."""
        some = [one for one in self.book.pairs(group) if one.now.value] if among else self.book.pairs(group)
        return "、".join(f"{self.title(one.now)}{one.now.value}{words.unit(one.now.key)}" for one in some)

    def title(self, one: Figure) -> str:
        """What it is called."""
        return words.title(one, self.snapshot, self.book.on)

    # the sentences

    def opening(self) -> str:
        """What the report is about, and that a term runs still."""
        running = "" if self.book.is_over else tr("学期还没有结束，数字截至{0}。").format(on_paper(self.book.on))
        return tr("本学期，学校按照上级关于农村留守儿童关爱工作的要求开展工作，现将情况总结如下。") + running

    def basics(self) -> str:
        """Pupils and the left-behind by both meanings."""
        left = self.book.figures["children.left"]
        first = ended((
            tr("截至{0}，全校在校学生{1}人").format(on_paper(self.book.on), self.of("children.pupils")),
            self.some("children.girls", tr("其中女生{0}人")), self.some("children.boarders", tr("寄宿生{0}人")),
        ))  # fmt: skip
        if not left.value:
            return first + tr("按学籍口径，没有留守儿童。") + self._civil()
        register = ended((
            tr("按学籍口径，留守儿童{0}人").format(left.value), tr("占{0}").format(words.percent(left)),
            self.some("children.left_girls", tr("其中女童{0}人")),
            self.some("children.one_away", tr("一方外出的{0}人")),
            self.some("children.both_away", tr("双方外出的{0}人")),
            self.some("children.left_boarders", tr("寄宿的{0}人")),
        ))  # fmt: skip
        return first + register + self._civil()

    def _civil(self) -> str:
        civil = self.book.figures["children.civil"]
        if not civil.value and not self.of("children.civil_unknown"):
            return tr("按民政口径，没有留守儿童。")
        return ended((
            tr("按民政口径，留守儿童{0}人").format(civil.value),
            tr("占{0}").format(words.percent(civil)) if civil.value else "",
            self.some("children.civil_unknown", tr("另有{0}人待核实")),
        ))  # fmt: skip

    def spread(self) -> str:
        """Who is away, who cares, where the parents work."""
        if not self.of("children.left"):
            return tr("没有需要按外出情况和照料情况分的孩子。")
        parts = [(tr("按谁外出分"), "away"), (tr("按谁带分"), "carer"), (tr("按父母务工的地方分"), "work")]
        return "；".join(f"{said}，{self.each(group)}" for said, group in parts if self.each(group)) + "。"

    def against(self) -> str:
        """What changed since the term before."""
        moved = [
            self.some("moves.new", tr("新入学{0}人")), self.some("moves.in", tr("转入{0}人")),
            self.some("moves.graduated", tr("毕业{0}人")), self.some("moves.out", tr("转出和离校{0}人")),
        ]  # fmt: skip
        turned = [self.some("moves.left_new", tr("新增留守儿童{0}人")),
                  self.some("moves.left_gone", tr("不再是留守儿童的{0}人"))]  # fmt: skip
        if self.book.last is None:
            return tr("学校的记录从本学期开始，没有上学期的数字可以比。") + ended(moved)
        keys = ("children.pupils", "children.left", "children.civil")
        than = [self._than(self.book.pair(key)) for key in keys]
        return tr("和上学期末比，") + ended(than) + ended(moved, tr("没有学生进出。")) + ended(turned)

    def _than(self, pair: Pair) -> str:
        said = words.change(pair)
        return f"{self.title(pair.now)}{said.replace(' ', '')}" if said else ""

    def pairs(self) -> str:
        """Who stands by whom."""
        if not self.of("pairs.mentors"):
            first = tr("本学期没有给留守儿童结对的代理家长。")
        else:
            mentored = self.book.figures["pairs.mentored"]
            first = ended((
                tr("{0}位代理家长和{1}名留守儿童结了对").format(self.of("pairs.mentors"), mentored.value),
                tr("占留守儿童的{0}").format(words.percent(mentored)) if mentored.value else "",
                tr("还有{0}名没有代理家长").format(self.lacking(mentored.key)) if self.lacking(mentored.key) else "",
            ))  # fmt: skip
        more = (self.some("pairs.peer", tr("有同伴帮手的{0}人")), self.some("pairs.volunteer", tr("有志愿者的{0}人")))
        moved = (self.some("pairs.begun", tr("本学期新结{0}对")), self.some("pairs.ended", tr("结束{0}对")))
        return first + ended(more) + ended(moved)

    def contacts(self) -> str:
        """Contacts by kind, and what was come back to."""
        tried = sum((one.now.of or 0) - one.now.value for one in self.book.pairs("contact"))
        said = self.each("contact")
        first = ended((tr("本学期") + said if said else "", tr("另有{0}次没有联系上").format(tried) if tried else ""),
                      tr("本学期没有联系的记录。"))  # fmt: skip
        done, of = self.of("follow.done"), self.of("follow.done") + self.lacking("follow.done")
        follow = ended((tr("需要跟进的{0}件").format(of), tr("办结{0}件").format(done))) if of else ""
        return first + follow

    def rules(self) -> str:
        """How much of what was owed was done, and what lacks."""
        done, owed = self.book.rules
        if not owed:
            return tr("本学期没有到期的事。")
        if done == owed:
            return tr("到期该做的{0}次都做了。").format(owed)
        share = words.percent(Figure("rule.all", done, owed, tuple))
        lacks = "、".join(tr("{0}{1}次").format(title, lack) for title, lack in self.missed())
        first = tr("到期该做{0}次，做了{1}次，做到{2}。").format(owed, done, share)
        return first + tr("没有做的：{0}。").format(lacks)

    def missed(self) -> list[tuple[str, int]]:
        """Rules with what was not done, the most first."""
        every = [(self.title(one.now), self.lacking(one.now.key)) for one in self.book.pairs("rule")]
        return sorted((one for one in every if one[1]), key=lambda one: -one[1])

    def activities(self) -> str:
        """What was held."""
        said = self.each("activity")
        return tr("本学期{0}。").format(said) if said else tr("本学期没有办活动、开会的记录。")

    def rooms(self) -> str:
        """Rooms, their openings, safety."""
        if not self.of("room.rooms"):
            return tr("学校还没有活动室。")
        opened = (
            tr("活动室{0}间").format(self.of("room.rooms")),
            self.some("room.opened", tr("本学期开放{0}次")) or tr("本学期没有开放的记录"),
            self.some("room.days", tr("有开放的日子{0}天")), self.some("room.came", tr("来了{0}人次")),
        )  # fmt: skip
        owed = self.of("room.written") + self.lacking("room.written")
        kept = tr("该开的{0}次，写了记录的{1}次。").format(owed, self.of("room.written")) if owed else ""
        return ended(opened) + kept + self._safety()

    def _safety(self) -> str:
        found = self.of("safety.mended") + self.lacking("safety.mended")
        said = (
            self.some("safety.checks", tr("安全检查{0}次")) or tr("没有安全检查的记录"),
            tr("查出隐患{0}处").format(found) if found else "", self.some("safety.mended", tr("整改{0}处")),
            self.some("safety.open", tr("还没有整改{0}处")),
        )  # fmt: skip
        return ended(said)

    def things(self) -> str:
        """What the school has, and what came and went."""
        if not self.of("asset.owned"):
            return tr("台账里还没有物品。")
        value = self.of("asset.value")
        have = (tr("现有物品{0}种{1}件").format(self.of("asset.kinds"), self.of("asset.owned")),
                tr("原值{0}元").format(money.said(value)) if value else "")  # fmt: skip
        moved = (
            self.some("asset.added", tr("本学期入库{0}件")), self.some("asset.donated", tr("其中捐来的{0}件")),
            self.some("asset.used", tr("领用消耗{0}件")), self.some("asset.scrapped", tr("报废{0}件")),
            self.some("asset.lent", tr("借出没还{0}件")),
        )  # fmt: skip
        return ended(have) + ended(moved, tr("本学期没有进出。"))

    def awards(self) -> str:
        """What children and staff were given."""
        pupils = self.of("award.pupils")
        given = tr("给孩子的表彰{0}次").format(pupils) if pupils else ""
        return ended((given, self.some("award.children", tr("受表彰的孩子{0}人")),
                      self.some("award.staff", tr("给老师的表彰{0}次"))), tr("本学期没有表彰。"))  # fmt: skip

    def gifts(self) -> str:
        """What came from outside, who is insured, which wishes were met."""
        value = self.of("gift.value")
        given = ended((
            self.some("gift.donations", tr("本学期收到捐赠和慰问品{0}次")),
            self.some("gift.children", tr("收到的孩子{0}人")),
            tr("折合{0}元").format(money.said(value)) if value else "",
        ), tr("本学期没有收到捐赠。"))  # fmt: skip
        said = self.of("gift.wishes") + self.lacking("gift.wishes")
        wishes = tr("孩子说了的心愿{0}个，实现{1}个").format(said, self.of("gift.wishes")) if said else ""
        return given + ended((self.some("gift.insured", tr("有保险的孩子{0}人")), wishes))
