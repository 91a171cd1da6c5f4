"""The colours of both themes can be read, and the style sheet knows every token it names."""

import pytest

from ui import tokens

TEXT_ON = [
    ("ink", "accentT"), ("ink", "surface"), ("ink", "paper"), ("ink", "hov"), ("ink2", "accentT"), ("ink2", "paper"),
    ("ink3", "accentT"), ("ink3", "paper"), ("ink3", "sunk"), ("ink3", "hov"), ("accent", "accentT"),
    ("accent", "surface"),
    ("onacc", "accent"), ("onacc", "accentH"), ("over", "accentT"), ("over", "overT"), ("over", "surface"),
    ("soon", "accentT"), ("soon", "soonT"), ("done", "accentT"), ("done", "surface"), ("railT", "railA"),
    ("railT", "rail"),
    ("railM", "railA"), ("railM", "rail"), ("chalk", "railA"),
]  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    colours = tokens.THEMES[theme]
    assert tokens.contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["surface", "paper"])
def test_borders_of_fields_can_be_seen(theme: str, ground: str) -> None:
    colours = tokens.THEMES[theme]
    assert tokens.contrast(colours["edge"], colours[ground]) >= 3


def test_both_themes_have_the_same_tokens() -> None:
    assert set(tokens.LIGHT) == set(tokens.DARK)


def test_text_size_stays_within_bounds() -> None:
    try:
        tokens.use_scale(1.25)
        assert tokens.px(16) == 20
        tokens.use_scale(9)
        assert tokens.scale() == 1.5
    finally:
        tokens.use_scale(1.0)
