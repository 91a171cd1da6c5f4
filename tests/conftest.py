"""For all tests: no window opens on the screen of the person who runs them."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
