"""Makes the guide's pictures anew: takes every screen with `shot` and keeps those that guide.md names.

Run after a screen has changed: python scripts/make_guide.py
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "resources" / "guide"
WIDTH = 900
"""Pixels: as wide as the guide shows them."""


def main() -> None:
    """Take the pictures in a process of its own, then shrink and keep the wanted ones."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = set(re.findall(r"!\[[^]]*\]\((\S+)\.png\)", (GUIDE / "guide.md").read_text(encoding="utf-8")))
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "app", "--data", f"{folder}/none", "shot", "--out", folder]
        subprocess.run(command, check=True, cwd=ROOT)
        for path in sorted(Path(folder).glob("*.png")):
            name = path.stem.partition("-")[2]
            if name in wanted:
                keep(path, GUIDE / f"{name}.png")
                wanted.discard(name)
    if wanted:
        sys.exit(f"no screen is called {', '.join(sorted(wanted))}")


def keep(source: Path, target: Path) -> None:
    """Write the picture small."""
    picture = QImage(str(source)).scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.convertToFormat(QImage.Format.Format_RGB888).save(str(target), "PNG", 0)


if __name__ == "__main__":
    main()
