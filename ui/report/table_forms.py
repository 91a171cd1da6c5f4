"""The little forms of the tables: another item, another name, from how many points on it is 合格."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from app.assessment import Item, Table, bands_of
from app.changes import Change
from app.edits import assessment as edits
from app.scales import points_text
from app.store import Done
from app.values import BadValue
from ui import score_words as words
from ui.pairings.little_form import LittleForm
from ui.pieces.button import Button
from ui.pieces.fields import Field, LineField
from ui.session import Session

BANDS = 3
"""So many can be named on the page."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


class TableForms:
    """Forms over `page`; `table` and `every` say what is there, `opens` shows an item that was added."""

    def __init__(
        self, page: QWidget, session: Session, table: Callable[[], Table | None], every: Callable[[], list[Table]],
        opens: Callable[[int], None],
    ) -> None:  # fmt: skip
        self._page, self._session = page, session
        self._table, self._every, self._opens = table, every, opens
        self.adding = self._form("add", {"what": LineField(_tr("考核什么")), "part": LineField(_tr("部分"))},
                                 _tr("加上"))  # fmt: skip
        self.naming = self._form("rename", {"name": LineField(_tr("叫什么"))}, _tr("改名"))
        self.grading = self._form("bands", {
            f"{key}{place}": LineField(label) for place in range(BANDS)
            for key, label in (("name", _tr("等次")), ("least", _tr("多少分起")))
        }, _tr("记下等次"))  # fmt: skip

    def ask_add(self, button: Button, beside: Item | None) -> None:
        """Another item, in the part of the one that is current."""
        table = self._table()
        if table is not None:
            given = {"part": beside.part if beside is not None else ""}
            self.adding.ask(_anchor(button), _tr("加一项"), table.id, given, self._add)

    def ask_name(self, button: Button) -> None:
        """Another name."""
        table = self._table()
        if table is not None:
            self.naming.ask(_anchor(button), _tr("给这张表改名"), table.id, {"name": table.name}, self._rename)

    def ask_bands(self, button: Button) -> None:
        """Other bands."""
        table = self._table()
        if table is None:
            return
        given: dict[str, str] = {}
        for place, band in enumerate(bands_of(table)[:BANDS]):
            given |= {f"name{place}": band.name, f"least{place}": points_text(band.least)}
        self.grading.ask(_anchor(button), _tr("多少分算什么等次"), table.id, given, self._set_bands)

    def resume(self, opened: str, button: Button) -> bool:
        """Come back to the form that was half typed; False if there was none of this table."""
        table = self._table()
        asks = {"add": lambda: self.ask_add(button, None), "rename": lambda: self.ask_name(button),
                "bands": lambda: self.ask_bands(button)}  # fmt: skip
        kind = next((one for one in asks if table is not None and opened == f"tables.{one}.{table.id}"), "")
        if kind:
            asks[kind]()
        return bool(kind)

    def _add(self, told: dict[str, str]) -> bool:
        table = self._table()
        if table is None:
            return True
        label = _tr("加考核项{0}").format(told["what"])
        return self._try(self.adding, "what", label, lambda: edits.add_item(table, told["part"], told["what"]))

    def _rename(self, told: dict[str, str]) -> bool:
        table = self._table()
        if table is None:
            return True
        return self._try(self.naming, "name", _tr("考核表改名"),
                         lambda: edits.rename_table(table, told["name"], self._every()))  # fmt: skip

    def _set_bands(self, told: dict[str, str]) -> bool:
        table = self._table()
        if table is None:
            return True
        pairs = [(told[f"name{place}"], told[f"least{place}"]) for place in range(BANDS)]
        return self._try(self.grading, "least0", _tr("改等次"), lambda: edits.set_bands(table, pairs))

    def _try(self, form: LittleForm, field: str, label: str, made: Callable[[], list[Change]]) -> bool:
        """Write what the form says; what is wrong stands under the field."""
        try:
            changes = made()
        except BadValue as error:
            form.fields[field].set_error(words.bad_value(error))
            form.fields[field].setFocus()
            return False
        done: Done | None = self._session.attempt(label, changes) if changes else None
        if done is not None and "item" in done.ids:
            self._opens(done.ids["item"])
        return done is not None or not changes

    def _form(self, kind: str, fields: Mapping[str, Field], go: str) -> LittleForm:
        return LittleForm(self._page, self._session, kind, fields, go, prefix="tables.", home="score-tables")


def _anchor(button: Button) -> QRect:
    return QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
