"""A text on its way out into a Word file: title, paragraphs, who signs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextOut:
    """A document of one text. `about` stands under the title, `signed` at the right below the text, `note` last."""

    title: str
    paragraphs: tuple[str, ...]
    about: str = ""
    signed: tuple[str, ...] = ()
    note: str = ""
