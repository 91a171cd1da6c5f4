"""Chinese lines break where they may."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ui.paper.lines import NO_END, NO_START, atoms, wrap


def measure(text: str) -> float:
    return sum(1.0 if ord(character) > 0x2E00 else 0.5 for character in text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("大坪村六组，务农", 5, ["大坪村六", "组，务农"]),
        ("浙江省宁波市朝阳路 88 号，服装厂", 11, ["浙江省宁波市朝阳路", "88 号，服装厂"]),
        ("阿依古丽·买买提", 6, ["阿依古丽·", "买买提"]),
        ("新寨村四组（老油坊旁）", 7, ["新寨村四组", "（老油坊旁）"]),
        ("二（1）班 8 人：刘语嫣、罗一鸣", 13, ["二（1）班 8 人：刘语嫣、罗", "一鸣"]),
        ("一行\n两行", 9, ["一行", "两行"]),
        ("13900467715", 3, ["139004", "67715"]),
        ("", 5, [""]),
    ],
)
def test_breaks(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, width, measure) == lines


@example("111111111“\u30001", 6)
@example("111111111\u3000。", 6)
@given(st.text(alphabet="村组，。（）“”《》·号岁一二 18\u3000A", max_size=60), st.integers(6, 20))
def test_nothing_is_lost_and_no_line_begins_or_ends_wrongly(text: str, width: int) -> None:
    lines = wrap(text, width, measure)
    assert "".join(lines).replace(" ", "").replace("\u3000", "") == text.replace(" ", "").replace("\u3000", "")
    whole_atoms = all(measure(atom) <= width for atom in atoms(text))
    if whole_atoms:
        assert all(measure(line) <= width for line in lines)
        if "\u00b7" not in text:
            assert not any(line[0] in NO_START for line in lines[1:] if line)
            assert not any(line[-1] in NO_END for line in lines[:-1] if line)
