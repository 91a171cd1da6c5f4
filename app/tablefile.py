"""Why a file that came in could not be read as a table: each cause is its own message to the person."""


class CannotRead(Exception):
    """The file cannot be read as a table.

    `reason` is one of: missing, empty, encrypted, macro, picture, pdf, word, truncated, damaged, too_big,
    too_many_cells, too_many_files, no_table, locked, old, unknown.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
