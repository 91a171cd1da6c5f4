"""The colours, sizes and type scale of the program: painters and the style sheet read the same dict."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

LIGHT: dict[str, str] = {
    "paper": "#F4F5EF", "surface": "#FFFFFC", "sunk": "#ECEEE5", "hov": "#F1F3EA", "row": "#E9ECE2",
    "line": "#DCE0D4", "line2": "#C3CABB", "edge": "#7F8B82",
    "ink": "#1F2B26", "ink2": "#4D5B54", "ink3": "#5C6962",
    "accent": "#17694F", "accentH": "#11573F", "accentT": "#E3F0E8", "accentL": "#BFDCCB", "onacc": "#FFFFFF",
    "over": "#B3361F", "overT": "#FBEAE4", "overL": "#EDBFB2",
    "soon": "#85590A", "soonT": "#FAF0D6", "soonL": "#E5CF96",
    "done": "#5B6B63", "grid": "#8FBFA5", "gridT": "#F5FAF5",
    "rail": "#1C4438", "railA": "#2B5648", "railT": "#E9F1EA", "railM": "#AFC9BC", "chalk": "#F3DC93",
}  # fmt: skip

DARK: dict[str, str] = {
    "paper": "#151D1A", "surface": "#1C2622", "sunk": "#111815", "hov": "#212C27", "row": "#26312C",
    "line": "#2E3B35", "line2": "#46564E", "edge": "#70807A",
    "ink": "#E8ECE4", "ink2": "#B4BFB7", "ink3": "#95A39B",
    "accent": "#74C9A4", "accentH": "#8BD8B6", "accentT": "#22382F", "accentL": "#37594A", "onacc": "#0B2018",
    "over": "#F29A84", "overT": "#3A231E", "overL": "#6B3A30",
    "soon": "#E3B95F", "soonT": "#362C17", "soonL": "#655224",
    "done": "#9DABA3", "grid": "#4C7562", "gridT": "#1A2722",
    "rail": "#0E1613", "railA": "#1E2F28", "railT": "#DCE7DF", "railM": "#8FA79B", "chalk": "#E9CF82",
}  # fmt: skip

THEMES = {"light": LIGHT, "dark": DARK}

HEADING, DIAL, PANEL, NAME, BODY, SECOND, HINT, KEYCAP = 22, 27, 16, 15, 14, 13, 12, 11
"""Type scale in px at 100 % (look.md §3)."""

GUTTER, PADDING, PADDING_TOP, GAP, BETWEEN = 20, 16, 12, 12, 8
RADIUS, PANEL_RADIUS = 4, 6
RAIL, RAIL_NARROW, NARROW_BELOW = 164, 56, 1100
HEAD, FOOT, SIDE = 72, 32, 320
ROW_TWO, ROW_ONE, ROW_GROUP, ROW_HEADER = 52, 42, 34, 32
CONTROL, CONTROL_PANEL, CONTROL_LOGIN = 36, 44, 48
CELL_BIG, CELL_HEAD, CELL_LIST, CELL_DENSE = 56, 46, 34, 28


@dataclass(slots=True)
class _Now:
    theme: str = "light"
    scale: float = 1.0


_now = _Now()


def theme() -> str:
    """ "light" or "dark"."""
    return _now.theme


def use(name: str) -> None:
    """Take the colours of a theme from now on; `ui.style.apply` repaints what is on the screen."""
    if name not in THEMES:
        raise ValueError(name)
    _now.theme = name


def scale() -> float:
    """The text size chosen in the settings, 1.0 to 1.5."""
    return _now.scale


def use_scale(factor: float) -> None:
    """Set the text size factor; kept within 1.0 to 1.5."""
    _now.scale = min(1.5, max(1.0, factor))


def colours() -> dict[str, str]:
    """The running theme, token to #RRGGBB."""
    return THEMES[_now.theme]


def colour(token: str) -> QColor:
    """A token of the running theme. Raises KeyError for a token that does not exist."""
    return QColor(colours()[token])


def px(size: float) -> int:
    """A length that holds text, in logical px, grown with the text size."""
    return round(size * _now.scale)


def is_narrow(width: int) -> bool:
    """Whether a window of this width has no room for a side panel and for words on the rail (look.md §4)."""
    return width < px(NARROW_BELOW)


def contrast(first: str, second: str) -> float:
    """WCAG contrast of two #RRGGBB colours, 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(value: str) -> float:
    parts = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
