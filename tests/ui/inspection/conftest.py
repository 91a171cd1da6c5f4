"""The sample school on one real encrypted file for all of these tests, opened on 迎检自查; each takes back what it wrote."""

from tests.ui.report.conftest import TODAY, kept, store

__all__ = ["TODAY", "kept", "store"]
