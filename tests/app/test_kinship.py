"""Relations as families say them and as the register writes them."""

import pytest

from app import kinship


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("爷爷", "祖父"),
        ("奶奶", "祖母"),
        ("外公", "外祖父"),
        ("姥爷", "外祖父"),
        ("姥姥", "外祖母"),
        ("外婆", "外祖母"),
        ("爸爸", "父亲"),
        ("妈", "母亲"),
        ("祖父(爷爷)", "祖父"),
        ("祖父（爷爷）", "祖父"),
        ("公公", "祖父"),
        ("51", "父亲"),
        ("伯伯", "伯父"),
        ("婶婶", "婶母"),
        (" 姑姑 ", "姑母"),
        ("父亲", "父亲"),
        ("干妹妹", "干妹妹"),
        ("", ""),
    ],
)
def test_canonical_relation(text: str, expected: str) -> None:
    assert kinship.canonical_relation(text) == expected


def test_what_a_child_says_is_understood_again() -> None:
    for relation in ("父亲", "母亲", "祖父", "祖母", "外祖父", "外祖母", "姑母", "舅父"):
        assert kinship.canonical_relation(kinship.spoken_relation(relation)) == relation


def test_kinds_and_order() -> None:
    assert kinship.is_parent("母亲") and not kinship.is_parent("祖母")
    words = ["邻居家", "姑母", "祖母", "母亲", "父亲"]
    assert sorted(words, key=kinship.relation_order) == words[::-1]
