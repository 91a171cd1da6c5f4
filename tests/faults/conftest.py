"""The zoo is let into a real school file in a folder with a Chinese name."""

from tests.db.conftest import code_and_store, store, vault

__all__ = ["code_and_store", "store", "vault"]
