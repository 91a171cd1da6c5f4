"""A term of care in the sample school: what was done for each left-behind child, and what was left undone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.care import NOT_REACHED
from app.care_scope import Stretch
from app.children import Child
from app.pairing import Pairing
from app.periods import latest
from app.sample_calls import CALL_TAILS, CALLS, CARERS, LETTERS, PARENT_CONTACTS
from app.sample_notes import Family, Note, family
from app.sample_seasons import Line, Texts, season
from app.sample_talks import TAILS, TALKS
from app.sample_visits import AGREED, AT_HOME, AT_SCHOOL, HOMES, SAID
from app.sample_words import FOLLOW_UPS, HOTLINE, LOW, MEETINGS, TUTORING, UNREACHED
from app.windows import Window

ONE = timedelta(days=1)
DAYTIME = ("08:05", "10:15", "12:20", "12:40", "13:10", "16:10", "16:30", "17:05")
EVENING = ("18:30", "19:00", "19:20", "19:45", "20:10", "16:40", "12:35")
PLACES = ("谈心室", "谈心室", "教室", "操场", "办公室", "食堂")
GAP = 0.14
"""Of how many children nobody thought for some weeks."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """The windows of a term as far as they have begun, and the last day that can be told."""

    weeks: Sequence[Window]
    months: Sequence[Window]
    thirds: Sequence[Window]
    term: Window
    on: date
    last: date
    """That day, or the term's last if it is over."""


class Diary:
    """One child's term."""

    def __init__(
        self, child: Child, scope: Sequence[Stretch], grade: int, teacher: int | None, mentors: Sequence[Pairing],
        away: dict[int, date], weeks: Weeks, quiet: date = date.max,
    ) -> None:  # fmt: skip
        """`quiet`: from when on the mentor has not looked after the child; the class teacher has."""
        self.child, self.scope, self.grade, self.weeks = child, scope, grade, weeks
        self.teacher, self.mentors, self.away, self.quiet = teacher, mentors, away, quiet
        self.random = Random(f"{child.name}{child.id}{weeks.term.from_day}")
        self.family: Family = family(child, weeks.last)
        self.missed = self.family.parents[0] if self.family.parents else ("", "")
        """Whom the child misses: a parent who is away, with the town."""
        self.ids = (child.id,)
        self.told: set[str] = set()
        """What stands in the child's records already, so that nothing is written twice if there is more to say."""
        self.gap = self._gap()

    def notes(self) -> Iterator[Note]:
        """All that was done for the child alone."""
        for week in self.weeks.weeks:
            missed = self.gap[0] <= week.from_day <= self.gap[1]
            yield from self._talk(week, missed)
            yield from self._call(week, missed)
        for month in self.weeks.months:
            yield from self._monthly(month)
        yield from self._of_the_term()

    def _gap(self) -> tuple[date, date]:
        if self.random.random() > GAP:
            return date.max, date.min
        last = len(self.weeks.weeks) - 1
        begin = self.random.choice((last - 2, last - 1, self.random.randrange(last + 1)))
        return self.weeks.weeks[max(0, begin)].from_day, self.weeks.weeks[min(last, begin + 2)].until_day

    def _day(self, days: Sequence[date]) -> date | None:
        """One of these days, if it has come and the child was there."""
        day = days[int(self.random.random() * len(days))]
        return day if self._there(day) else None

    def _there(self, day: date) -> bool:
        """Whether the day has come and the child was left-behind here on it."""
        return day <= self.weeks.on and any(first <= day <= last for first, last in self.scope)

    def _mentor(self, day: date) -> int | None:
        """Who talks to the child that day: the mentor, else the class teacher; nobody while the mentor is ill."""
        mentor = latest(self.mentors, day)
        staff = mentor.staff_id if mentor and day < self.quiet else self.teacher
        return None if staff is None or day >= self.away.get(staff, date.max) else staff

    def _text(self, texts: Sequence[str], relation: str = "", place: str = "") -> str:
        return self.family.said(texts[int(self.random.random() * len(texts))], relation, place)

    def _line(self, texts: Texts, day: date) -> Line:
        """One of the texts that fit the day and the child's age, if possible one that was not written yet."""
        fitting = texts.fitting(season(self.weeks.term.from_day, day), self.grade)
        found = fitting[0]
        for _attempt in range(4):
            found = fitting[int(self.random.random() * len(fitting))]
            if found.text not in self.told:
                break
        self.told.add(found.text)
        return found

    def _short(self, texts: Texts, day: date, relation: str = "", place: str = "") -> str:
        return self.family.said(self._line(texts, day).text, relation, place) + "。"

    def _talked(self, day: date) -> tuple[str, str]:
        """Mood and words of a talk: what it was about, mostly what the child said, and what was done."""
        line, random = self._line(TALKS, day), self.random
        words = line.text
        if line.said and random.random() < 0.88:
            words += "。孩子说：" + line.said[int(random.random() * len(line.said))]
        if (chance := random.random()) < 0.9:
            done = line.done if line.done and chance < 0.6 else TAILS
            words += "。办法：" + done[int(random.random() * len(done))]
            if done is not TAILS and chance < 0.25:
                words += "，" + TAILS[int(random.random() * len(TAILS))]
        return line.mood, self.family.said(words, *self.missed) + "。"

    def _visited(self, day: date) -> str:
        """What was seen and said at home; one in six teachers is short."""
        chosen = [self._line(texts, day).text for texts in (HOMES, AT_HOME, AT_SCHOOL, SAID, AGREED)]
        if self.random.random() < 0.16:
            return self.family.said(chosen[0], *self.missed) + "。"
        marked = zip(("", "在家：", "在校：", "家长说：", "办法："), chosen, strict=True)
        return self.family.said("。".join(mark + words for mark, words in marked), *self.missed) + "。"

    def _called(self, day: date, relation: str, place: str) -> tuple[str, str]:
        line = self._line(CALLS, day)
        tail = CALL_TAILS[int(self.random.random() * len(CALL_TAILS))]
        return line.mood, self.family.said(f"{line.text}，{tail}。" if tail else f"{line.text}。", relation, place)

    def _talk(self, week: Window, missed: bool) -> Iterator[Note]:
        random = self.random
        day = self._day(week.days)
        if day is None or missed or random.random() > 0.94 or (staff := self._mentor(day)) is None:
            return
        mood, summary = self._talked(day)
        note = Note(
            "talk", day, self.ids, staff, summary, random.choice(DAYTIME), 5 + int(random.random() * 20),
            random.choice(PLACES), "当面", mood=mood,
        )  # fmt: skip
        if mood == LOW and random.random() < 0.3:
            self._follow(note, 2 + int(random.random() * 6))
        yield note
        if random.random() < 0.06:
            yield Note("tutoring", day, self.ids, staff, self._text(TUTORING) + "。", "16:50", 30, "教室", "当面")

    def _follow(self, note: Note, days: int, why: str = "") -> None:
        """The note asks to come back to it, because of a word in it; of what is long past, somebody did."""
        note.follow_up = note.day + ONE * days
        note.follow_up_note = self._text(FOLLOW_UPS[why or note.kind])
        done = note.follow_up + ONE * int(self.random.random() * 2)
        if done < self.weeks.on and (self.random.random() < 0.6 or (self.weeks.on - done).days > 12):
            note.followed_up = done

    def _call(self, week: Window, missed: bool) -> Iterator[Note]:
        """The week's call home, mostly on Sunday; who was not reached is tried again."""
        random = self.random
        day = self._day((week.until_day, week.until_day, week.until_day - ONE, *week.days))
        if day is None or random.random() > 0.86:
            return
        relation, place = self.family.parent(random)
        staff = self.teacher
        at = random.choice(EVENING)
        if missed or random.random() < 0.1:
            note = Note(
                "family_call", day, self.ids, staff, self._text(UNREACHED, relation, place) + "。", at,
                medium="电话", relation=relation, outcome=NOT_REACHED,
            )  # fmt: skip
            self._follow(note, 1)
            yield note
            day += ONE * 2
            if missed or not self._there(day) or random.random() < 0.35:
                return
            note.followed_up = day
        mood, summary = self._called(day, relation, place)
        yield Note(
            "family_call", day, self.ids, staff, summary, at, 4 + int(random.random() * 22), "留守儿童之家",
            "视频" if random.random() < 0.6 else "电话", relation, mood=mood,
        )  # fmt: skip

    def _monthly(self, month: Window) -> Iterator[Note]:
        random = self.random
        day = self._day(month.days)
        if day is not None and random.random() < 0.93 and (staff := self._mentor(day)) is not None:
            text = self._short(CARERS, day)
            note = Note(
                "carer_contact", day, self.ids, staff, text, random.choice(EVENING), 3 + int(random.random() * 10),
                medium="电话" if random.random() < 0.7 else "当面", relation=self.family.carer,
            )  # fmt: skip
            if (why := next((word for word in ("咳嗽", "助学金") if word in text), "")):
                self._follow(note, 5, why)
            yield note
        day = self._day(month.days)
        if day is not None and random.random() < 0.88 and (staff := self._mentor(day)) is not None:
            relation, place = self.family.parent(random)
            yield Note(
                "parent_contact", day, self.ids, staff, self._short(PARENT_CONTACTS, day, relation, place),
                random.choice(EVENING), 3 + int(random.random() * 15), medium="电话", relation=relation,
            )  # fmt: skip
        day = self._day(month.days)
        if day is not None and random.random() < 0.05:
            relation, place = self.family.parent(random)
            text = self._text(HOTLINE, relation, place) + "。"
            yield Note("hotline", day, self.ids, self.teacher, text, "15:40", 4, medium="电话", relation=relation)

    def _of_the_term(self) -> Iterator[Note]:
        yield from self._visit(self.weeks.thirds[0].days, True, 0.85)
        whole, early = self.weeks.term.days, self.weeks.thirds[0].until_day
        is_same = self._mentor(min(self.weeks.last, early)) == self.teacher
        yield from self._visit([day for day in whole if day > early] if is_same else whole, False, 0.9)
        day = self._day(self.weeks.thirds[0].days)
        if day is not None and self.random.random() < 0.93:
            text = self._text(MEETINGS["survey"]) + "。"
            yield Note("survey", day, self.ids, self.teacher, text, relation=self.family.carer)
        day = self._day(self.weeks.term.days)
        if self.grade >= 3 and day is not None and self.random.random() < 0.95:
            relation, _place = self.family.parent(self.random)
            yield Note("letter", day, self.ids, self.teacher, self._short(LETTERS, day), relation=relation)

    def _visit(self, days: Sequence[date], by_teacher: bool, chance: float) -> Iterator[Note]:
        day = self._day(days)
        if day is None or self.random.random() > chance:
            return
        staff = self.teacher if by_teacher else self._mentor(day)
        if staff is None:
            return
        text = self._visited(day)
        note = Note(
            "home_visit", day, self.ids, staff, text, "17:30", 20 + 5 * int(self.random.random() * 9), "家里", "当面",
            self.family.carer,
        )  # fmt: skip
        if (why := next((word for word in ("老化", "灯泡", "忙不过来") if word in text), "")):
            self._follow(note, 7, why)
        yield note
