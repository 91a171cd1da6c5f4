"""A line that finds what was entered before by what one types: a donor, an insurer, what is given."""

from collections.abc import Callable, Sequence

from app.sounds import is_heard
from ui.pieces.fields import Check, LineField
from ui.pieces.suggestions import Offer, Suggestions

MOST = 6
Known = Callable[[], Sequence[tuple[str, str]]]
"""(what was entered, a second word) of each, the likeliest first."""


def _anything(_value: str) -> str:
    return ""


class KnownField(LineField):
    """Whatever is typed may stand; what is taken from the list is written as it was before."""

    def __init__(self, label: str, known: Known, *, placeholder: str = "", check: Check = _anything) -> None:
        super().__init__(label, placeholder=placeholder, check=check)
        self._known = known
        self.list = Suggestions(self.editor, label, width=220)
        self.editor.textEdited.connect(self._typed)
        self.list.picked.connect(self._take)

    def _typed(self, text: str) -> None:
        self.set_error("")
        wanted = text.strip().lower()
        found = [(name, second) for name, second in self._known() if wanted and name != text and is_heard(name, wanted)]
        self.list.offer([Offer(name, name, second) for name, second in found[:MOST]], 0)

    def _take(self, key: object) -> None:
        self.editor.setText(str(key))
        self.typing.emit()
        self.commit()
