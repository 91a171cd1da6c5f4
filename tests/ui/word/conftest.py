"""The page of the figures on the sample school, from which the Word report is written."""

from tests.ui.figures.conftest import open_window, page, store, window

__all__ = ["open_window", "page", "store", "window"]
