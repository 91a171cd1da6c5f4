"""Both kinds of form behind three verbs: read the file, see what it looks like, fill it."""

from app.tablefile import CannotRead
from app.templates.filling import Filling
from app.templates.form import Form
from db.templates import docx_fill, xlsx_fill, xlsx_read
from db.templates.package import open_package, read_form_file

__all__ = ["filled", "form_of", "read_form_file"]


def form_of(data: bytes) -> Form:
    """The form in these bytes. Raises CannotRead with its reason."""
    package = open_package(data)
    try:
        form = xlsx_read.read(package) if package.kind == "xlsx" else docx_fill.read(package)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        raise CannotRead("damaged", type(error).__name__) from error
    if not any(grid.cells for grid in form.grids):
        raise CannotRead("no_table")
    return form


def filled(data: bytes, filling: Filling) -> bytes:
    """The same file with everything filled in. Raises CannotRead."""
    package = open_package(data)
    return xlsx_fill.fill(package, filling) if package.kind == "xlsx" else docx_fill.fill(package, filling)
