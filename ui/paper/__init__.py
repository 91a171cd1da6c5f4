"""Everything the school prints: page painter, cards, sheets, and the screen they are printed from."""
