"""One list of changes may hold many records, each with its own child and the box of the slip that it came from."""

from datetime import date

from app.changes import Insert, New
from app.edits import Told, log_care


def test_records_of_one_list_keep_apart_by_their_tokens() -> None:
    told = Told("talk", date(2026, 11, 24), source="slip:7KQ2:1:talk")
    changes = [*log_care(told, [5], "record0"), *log_care(told, [6, 7], "record1")]
    record, *people = changes
    assert isinstance(record, Insert)
    assert (record.token, record.values["source"]) == ("record0", "slip:7KQ2:1:talk")
    assert [one.values["record_id"] for one in people if isinstance(one, Insert) and one.table == "participant"] == [
        New("record0"), New("record1"), New("record1"),
    ]  # fmt: skip
