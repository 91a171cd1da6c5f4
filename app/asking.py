"""What one might ask a family about now (可以问问): what earlier talks left open. Never from confidential notes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.care import LOW, REACHED, CareRecord

SPOKEN = frozenset({
    "family_call", "letter", "talk", "home_visit", "carer_contact", "parent_contact", "hotline", "festival_visit",
    "tutoring", "peer_report",
})  # fmt: skip
"""Kinds in which somebody told something; what a meeting or a check was about is no news of the child."""
RECENT = timedelta(days=90)
MOST = 3
LONGEST = 24
"""Characters of one topic; a longer clause is a story, not a topic."""
_CLAUSE = re.compile(r"[，。；,;.！!？?\n]+")
_WORTH = re.compile(
    r"病|烧|咳|疼|痛|伤|摔|肿|牙|药|医|想家|想爸|想妈|想奶|哭|怕|吵|打架|欺负|考|成绩|作业|比赛|生日|搬|回来|回家|"
    r"放假|工作|工厂|钱|鞋|衣|被子|眼镜|睡|吃饭|手机|朋友|同学|奶奶|爷爷|外公|外婆|弟|妹|哥|姐"
)
"""Words of a clause that somebody would ask after the next time."""
_AGAIN = re.compile(r"(再|重新|改天再?|下次再?|明天再?)(打|试|联系|找|去|约|谈|拨|说)(一?次|一下|看看|过)?(电话)?")
"""A note to try again: something to do, nothing to ask after."""
LOW_MOOD = "low_mood"
"""Topic key of a low mood, which is no text of a record."""


@dataclass(frozen=True, slots=True)
class Topic:
    """`text` as somebody wrote it, or LOW_MOOD; `day` is when; `due` the day of a follow-up that is still open."""

    text: str
    day: date
    due: date | None = None


def topics(records: Iterable[CareRecord], today: date, most: int = MOST) -> list[Topic]:
    """Open follow-ups first, then what was said lately, newest first; each text once. `records` newest first."""
    open_to, said = [], []
    seen: set[str] = set()
    for one in records:
        if one.confidential or one.day > today:
            continue
        note = one.follow_up_note.strip()
        if (
            one.follow_up is not None and one.followed_up is None and note and note not in seen
            and not _AGAIN.fullmatch(note)
        ):
            seen.add(note)
            open_to.append(Topic(note, one.day, one.follow_up))
        if one.outcome != REACHED or today - one.day > RECENT or one.kind not in SPOKEN:
            continue
        for text in (*clauses(one.summary), *((LOW_MOOD,) if one.mood == LOW else ())):
            if text not in seen:
                seen.add(text)
                said.append(Topic(text, one.day))
    open_to.sort(key=lambda topic: topic.due or topic.day)
    return [*open_to, *said][:most]


def clauses(summary: str) -> list[str]:
    """The parts of a summary that one would ask after: 想家，膝盖摔破了 → both."""
    parts = (part.strip(" 　、：:") for part in _CLAUSE.split(summary))
    return [part for part in parts if 2 <= len(part) <= LONGEST and _WORTH.search(part)]
