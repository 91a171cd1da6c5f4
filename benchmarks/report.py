"""The report of a term in Word, from the open school to the file on the disk, beside two things.

The floor of the same run: the bare SQL that fetches the rows behind its figures, those of the term and of the one
before that it is held against (the records of their windows, the pupils of their days with all that says who is
left-behind, rooms, things, awards: `benchmarks.figures`), and a python-docx that writes the same strings, tables and
finished pictures into its own blank file, without type, widths or a form. Nothing else: that the rows become records,
that the figures are counted, the sentences made, the charts drawn and the school's form filled stands against it.

And the same report with one year of history. Both schools are open and all of it goes by turns; time is the
processor's, so that a busy machine does not speak into it.
"""

import gc
import io
import os
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from docx import Document
from docx.shared import Mm

from app.__main__ import GARBAGE, disk
from app.figures import Reading, term_book, terms_known
from app.termdays import Term
from app.word_form import Facts, Picture
from benchmarks.figures import read_children, read_term, spent_by_turns
from benchmarks.schools import DAY, opened
from benchmarks.table import Row
from db.store import FileStore
from ui.word.facts import facts
from ui.word.report import report


def rows() -> list[Row]:
    """The two ratios."""
    gc.set_threshold(*GARBAGE)
    with tempfile.TemporaryDirectory() as folder, closing(opened(10)) as ten, closing(opened(1)) as one:
        long, short = (_Made(cast(FileStore, store), Path(folder)) for store in (ten, one))
        made, sql, docx, with_one = spent_by_turns(long.whole, long.sql, long.docx, short.whole)
        read = long.sql()
    return [
        Row("report of a term in Word ÷ (the bare SQL behind it + bare docx writing)", made / (sql + docx), 3.0,
            f"{made:.0f} ms; bare SQL {sql:.0f} ms for {read} rows, bare docx {docx:.0f} ms; 10 years, 1500 pupils"),
        Row("the same with 10 years of history ÷ with 1 year", made / with_one, 1.3,
            f"{made:.0f} ms ÷ {with_one:.0f} ms"),
    ]  # fmt: skip


class _Made:
    """The report of the running term, and what its floor is made of."""

    def __init__(self, store: FileStore, folder: Path) -> None:
        self._store, self._path, self._disk = store, folder / "report.docx", disk()
        self._reading = Reading(store.snapshot(), store)
        self._term, self._before = terms_known(self._reading.snapshot, DAY)[:2]
        self._given = facts(term_book(self._reading, self._term, DAY), self._reading.snapshot, DAY)

    def whole(self) -> None:
        """As window and command make it."""
        snapshot = self._reading.snapshot
        book = term_book(self._reading, self._term, DAY)
        self._disk.write_bytes(self._path, report(self._disk, self._store, snapshot, book, DAY).content)

    def sql(self) -> int:
        """Read what both terms are counted from; how many rows."""
        ends: list[tuple[Term, date]] = [(self._term, DAY), (self._before, self._before.until_day)]
        read = sum(read_term(self._store, self._reading.snapshot, *end) for end in ends)
        return read + read_children(self._store, *(day for _term, day in ends))

    def docx(self) -> None:
        """Write the same words, tables and pictures."""
        self._path.write_bytes(bare_docx(self._given))


def bare_docx(given: Facts) -> bytes:
    """The facts of a report one after the other."""
    document = Document()
    for fact in given.values():
        if isinstance(fact, str):
            document.add_paragraph(fact)
        elif isinstance(fact, Picture):
            document.add_picture(io.BytesIO(fact.png), width=Mm(fact.width_mm))
        elif fact:
            table = document.add_table(rows=len(fact) + 1, cols=len(fact[0]))
            for line, texts in zip(table.rows, (list(fact[0]), *(list(row.values()) for row in fact)), strict=True):
                for cell, text in zip(line.cells, texts, strict=True):
                    cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
