"""Word files with places for facts, made by scripts/make_word.py."""

from pathlib import Path

_HERE = Path(__file__).parent


def form(name: str) -> bytes:
    """The file `name`.docx. Raises OSError."""
    return (_HERE / f"{name}.docx").read_bytes()
