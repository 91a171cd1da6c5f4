"""Runs in the executable before the program: libraries that were not unpacked at the start are found when needed."""

from resources import packed

packed.install()
