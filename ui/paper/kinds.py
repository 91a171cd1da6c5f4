"""The papers the printing page offers: what each is called, how its sheet looks from afar, how much lies on it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Kind:
    """One choice of the printing page."""

    key: str
    title: str
    columns: int
    rows: int
    """How the sheet is divided, for its small picture."""

    @property
    def each(self) -> int:
        """How many pieces lie on a sheet."""
        return self.columns * self.rows


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kinds", text)


def kinds() -> tuple[Kind, ...]:
    """All of them, in the order of the page."""
    return (
        Kind("child", _tr("随身卡"), 2, 2),
        Kind("pocket", _tr("随身卡（小）"), 2, 5),
        Kind("school", _tr("联系卡"), 1, 2),
    )


def kind_of(key: str) -> Kind:
    """The kind of that key. Raises KeyError."""
    return {kind.key: kind for kind in kinds()}[key]
