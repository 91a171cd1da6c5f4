"""The narrowed list holds everything that a search finds, and hardly more."""

import random
from datetime import date

import pytest

from app.roster import RosterRow, rows
from app.sample import sample_school
from app.search import kin_or_village, search
from app.search_index import SearchIndex

DAY = date(2026, 10, 12)
LISTED = rows(sample_school(DAY, 400).snapshot, DAY)
INDEX = SearchIndex(LISTED)


def pieces(row: RosterRow, chance: random.Random) -> list[str]:
    """Something of every kind that somebody may type to find this child."""
    texts = [row.initials, row.pinyin, row.pinyin.replace(" ", ""), row.name, row.child.address, *row.digits]
    texts += [kin.name for kin in row.child.kin]
    found = []
    for text in texts:
        if text:
            start = chance.randrange(len(text))
            found.append(text[start : start + chance.randint(1, 6)])
    return found


@pytest.mark.parametrize("seed", range(4))
def test_the_same_is_found_among_the_narrowed_rows(seed: int) -> None:
    chance = random.Random(seed)
    for row in chance.sample(LISTED, 30):
        for text in pieces(row, chance):
            among_all = [(hit.row.child_id, hit.rank, hit.start) for hit in search(LISTED, text, kin_or_village)]
            narrowed = search(INDEX.narrowed(text), text, kin_or_village)
            assert [(hit.row.child_id, hit.rank, hit.start) for hit in narrowed] == among_all, text


def test_few_rows_are_left_to_look_at() -> None:
    assert len(INDEX.narrowed("zyt")) < len(LISTED) / 10
    assert len(INDEX.narrowed("")) == len(LISTED)
    assert INDEX.narrowed("qqqq") == SearchIndex([]).narrowed("z") == []
