"""What can be linked as evidence of an item of the assessment, and what is linked, in words with the way to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.activities import KINDS, days_of
from app.assessment import Evidence
from app.care import CareRecord
from app.pairing import Pairing
from app.school import Snapshot
from app.store import Store
from app.termdays import Term
from ui import activity_words, agreement_words, gift_words, honour_words, inspection_words
from ui.care_words import kind_word

NAMED = 3
"""Children of a record that are named; of more their number."""


@dataclass(frozen=True, slots=True)
class Linkable:
    """A row of a kind of `app.assessment.LINKED`, or ("paper", 0) with its key."""

    kind: str
    id: int
    title: str
    about: str = ""
    """What it is: 谈心, 整改, 照片."""
    day: date | None = None
    sounds: str = ""
    """Pinyin and initials of whom it is about."""
    paper: str = ""
    page: str = ""
    want: object = None
    plain: str = ""
    """For papers that leave the school: names no child and tells nothing of a talk; "" = the title."""

    def has(self, words: str) -> bool:
        """Whether each of the words (apart by spaces) stands in it or sounds like it."""
        day = f"{self.day.month}月{self.day.day}日 {self.day.isoformat()}" if self.day is not None else ""
        text = f"{self.title} {self.about} {day} {self.sounds}".lower()
        return all(word in text for word in words.lower().split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def papers() -> dict[str, str]:
    """Lists and books of the pack that can be linked as a whole, by the key of their part (`ui.pack.parts`)."""
    return {
        "group": _tr("领导小组名单及职责"), "rules": _tr("关爱规则"), "room_rules": _tr("活动室制度"),
        "calendar": _tr("校历"), "roster": _tr("花名册"), "statistics": _tr("统计表"), "registration": _tr("登记表"),
        "cards": _tr("联系卡"), "pairs": _tr("结对一览表"), "duties": _tr("帮扶责任书"),
        "agreements": _tr("协议签订情况"), "books": _tr("帮扶记录册"), "weeks": _tr("每周一览"),
        "registers": _tr("电话和书信登记"), "talks": _tr("谈心记录"), "visits": _tr("家访记录"),
        "rooms": _tr("活动室一览"), "openings": _tr("开放记录"), "ledger": _tr("资产台账"),
        "standard": _tr("配备标准对照"), "stocktake": _tr("盘点和报废"), "inspection": _tr("迎检自查和隐患整改"),
        "room_checks": _tr("活动室检查记录"), "honours": _tr("表彰和奖状"), "gifts": _tr("捐赠、保险、心愿登记"),
        "figures": _tr("学期数字"), "term_report": _tr("学期总结"),
    }  # fmt: skip


class Links:
    """All that may be linked in a term; read when it is asked for."""

    def __init__(self, store: Store, snapshot: Snapshot, term: Term, today: date) -> None:
        self._store, self._snapshot, self._term = store, snapshot, term
        terms = {one.code: one for one in (*snapshot.terms, term)}
        self._first, self._last = days_of(list(terms.values()), term.code)
        self._today = min(today, self._last)
        self._staff = {one.id: one.name for one in snapshot.staff}

    def every(self) -> list[Linkable]:
        """The newest first; what has no day after it, then the papers."""
        found = [*self._records(), *self._pairings(), *self._agreements(), *self._safety(), *self._honours(),
                 *self._gifts(), *self._attachments(), *self._lasting()]  # fmt: skip
        dated = sorted((one for one in found if one.day is not None), key=lambda one: one.day or date.min, reverse=True)
        return [*dated, *(one for one in found if one.day is None), *self._papers()]

    def of(self, one: Evidence) -> Linkable | None:
        """What is linked; None for words, and for what can no longer be found."""
        if one.paper:
            return next((each for each in self._papers() if each.paper == one.paper), None)
        if one.link is None:
            return None
        kind, row = one.link
        ways: dict[str, Iterable[Linkable]] = {
            "record": self._record(row), "attachment": self._attachment(row), "pairing": self._pairings(),
            "agreement": self._agreements(), "round": self._safety(), "problem": self._safety(),
            "check": self._safety(), "award": self._honours(), "story": self._honours(), "gift": self._gifts(),
            "plan": self._lasting(), "stocktake": self._lasting(), "room": self._lasting(),
        }  # fmt: skip
        return next((each for each in ways[kind] if (each.kind, each.id) == (kind, row)), None)

    # by kind

    def _records(self) -> Iterator[Linkable]:
        held = {one.record.id: activity_words.title(one) for one in
                self._store.activities.between(self._first, self._last)}  # fmt: skip
        for one in self._store.ledger.between(self._first, self._today):
            if not one.confidential and one.kind != "counselling":
                yield self._worded(one, held.get(one.id, ""))

    def _record(self, row: int) -> Iterator[Linkable]:
        one = self._store.ledger.record(row)
        if one is not None:
            held = self._store.activities.of_record(row) if one.kind in KINDS else None
            yield self._worded(one, activity_words.title(held) if held is not None else "")

    def _worded(self, one: CareRecord, title: str) -> Linkable:
        children = [who.child_id for who in one.participants]
        said = title or one.summary or kind_word(one.kind)
        about = " ".join(part for part in (kind_word(one.kind), self._names(children),
                                           self._staff.get(one.staff_id or 0, "")) if part)  # fmt: skip
        page, want = "", 0
        if one.kind in KINDS:
            page, want = "activities", one.id
        elif children:
            page, want = "roster", children[0]
        return Linkable("record", one.id, said, about, one.day, self._sounds(children), "", page, want,
                        title or kind_word(one.kind))  # fmt: skip

    def _pairings(self) -> Iterator[Linkable]:
        for one in self._snapshot.pairings:
            if one.from_day <= self._last and (one.until_day is None or one.until_day > self._first):
                said = _tr("{0} 帮 {1}").format(self._helper(one), self._name(one.child_id))
                yield Linkable("pairing", one.id, said, _tr("结对"), one.from_day, self._sounds([one.child_id]), "",
                               "roster", one.child_id, _tr("结对"))  # fmt: skip

    def _agreements(self) -> Iterator[Linkable]:
        for one in self._snapshot.agreements:
            if one.until_day is None or one.until_day > self._first:
                said = f"{agreement_words.kind_word(one.kind)} {self._name(one.child_id)}"
                yield Linkable("agreement", one.id, said, _tr("签了的纸"), one.from_day, self._sounds([one.child_id]),
                               "", "roster", one.child_id, agreement_words.kind_word(one.kind))  # fmt: skip

    def _safety(self) -> Iterator[Linkable]:
        rooms = {one.id: one.name for one in self._snapshot.rooms}
        for held in self._store.inspection.rounds(self._first, self._last):
            yield Linkable("round", held.id, _tr("{0}记录").format(inspection_words.round_word(held.kind)),
                           f"{_tr('安全检查')} {self._staff.get(held.staff_id or 0, '')}".strip(), held.day, "", "",
                           "inspection", "rounds")  # fmt: skip
        for one in self._store.problems.known(self._first, self._last):
            yield Linkable("problem", one.id, inspection_words.problem_word(one), _tr("问题整改"), one.found_on, "", "",
                           "inspection", ("problem", one.id))  # fmt: skip
        for check in self._store.home.checks(self._first, self._last):
            found = "；".join(each.what for each in check.findings) or _tr("十项都好")
            yield Linkable("check", check.id, f"{rooms.get(check.room_id, '')} {found}".strip(), _tr("活动室检查"),
                           check.day, "", "", "rooms", check.room_id)  # fmt: skip

    def _honours(self) -> Iterator[Linkable]:
        for one in self._store.honours.awards(self._first, self._last):
            who = honour_words.person(one, self._snapshot)
            yield Linkable("award", one.id, f"{one.name} {who}", _tr("奖励"), one.day,
                           self._sounds([one.child_id or 0]), "", "honours", None, one.name)  # fmt: skip
        for story in self._store.honours.stories():
            if self._first <= story.day <= self._last:
                yield Linkable("story", story.id, story.title, honour_words.story_word(story.kind), story.day, "", "",
                               "honours", None)  # fmt: skip

    def _gifts(self) -> Iterator[Linkable]:
        donors = {one.id: one.name for one in self._store.gifts.donors()}
        for one in self._store.gifts.gifts():
            if self._first <= one.day <= self._last:
                whom = self._name(one.child_id) if one.child_id is not None else _tr("学校")
                said = f"{gift_words.pieces_word(one.count, one)}{one.what} {whom}"
                about = f"{_tr('捐赠')} {donors.get(one.donor_id or 0, '')}".strip()
                yield Linkable("gift", one.id, said, about, one.day, self._sounds([one.child_id or 0]), "", "gifts",
                               None, _tr("捐赠 {0}").format(one.what))  # fmt: skip

    def _attachments(self) -> Iterator[Linkable]:
        for one in self._store.attachments.added(self._first, self._last):
            yield Linkable("attachment", one.id, one.caption or one.name, _tr("照片和文件"), _day(one.added_at))

    def _attachment(self, row: int) -> Iterator[Linkable]:
        one = self._store.attachments.get(row)
        if one is not None:
            yield Linkable("attachment", one.id, one.caption or one.name, _tr("照片和文件"), _day(one.added_at))

    def _lasting(self) -> Iterator[Linkable]:
        spans = {"term": _tr("学期计划"), "year": _tr("学年计划")}
        for plan in self._store.work_plans.plans():
            if plan.term_id == self._term.id:
                yield Linkable("plan", plan.id, plan.title or spans[plan.span], spans[plan.span], None, "", "", "plan",
                               (self._term.code, plan.span))  # fmt: skip
        rooms = {one.id: one.name for one in self._snapshot.rooms}
        for take in self._store.inventory.stocktake_heads():
            if self._first <= take.day <= self._last:
                where = rooms.get(take.room_id or 0, _tr("全部活动室"))
                yield Linkable("stocktake", take.id, _tr("{0}盘点").format(where), _tr("盘点"), take.day, "", "",
                               "stocktake", take.id)  # fmt: skip
        for room in self._snapshot.rooms:
            yield Linkable("room", room.id, room.name, _tr("活动室"), None, "", "", "rooms", room.id)

    def _papers(self) -> Iterator[Linkable]:
        for key, title in papers().items():
            yield Linkable("paper", 0, title, _tr("迎检资料里的"), None, "", key, "pack", self._term.code)

    # whom it is about

    def _helper(self, one: Pairing) -> str:
        return self._staff.get(one.staff_id or 0, "") or one.helper_name or self._name(one.peer_id)

    def _name(self, child_id: int | None) -> str:
        child = self._snapshot.children.get(child_id or 0)
        return child.name if child is not None else ""

    def _names(self, children: Sequence[int]) -> str:
        if len(children) > NAMED:
            return _tr("{0} 个孩子").format(len(children))
        return "、".join(filter(None, map(self._name, children)))

    def _sounds(self, children: Sequence[int]) -> str:
        known = [self._snapshot.children[one] for one in children[:NAMED] if one in self._snapshot.children]
        return " ".join(f"{one.name} {one.pinyin.replace(' ', '')} {_initials(one.pinyin)}" for one in known)


def said(one: Evidence, links: Links) -> str:
    """What is linked, in words: 10月9日 爸爸换了号（谈心 周雨桐）; the words themselves."""
    found = links.of(one)
    if found is None:
        return one.words
    day = _tr("{0}月{1}日 ").format(found.day.month, found.day.day) if found.day is not None else ""
    return _tr("{0}{1}（{2}）").format(day, found.title, found.about) if found.about else f"{day}{found.title}"


def plain(one: Evidence, links: Links) -> str:
    """The same for papers that leave the school: 10月9日谈心."""
    found = links.of(one)
    if found is None:
        return one.words
    day = _tr("{0}月{1}日").format(found.day.month, found.day.day) if found.day is not None else ""
    return f"{day}{found.plain or found.title}"


def _initials(pinyin: str) -> str:
    return "".join(part[:1] for part in pinyin.split())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
