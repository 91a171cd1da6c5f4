"""The disk: everything that outlives a power cut."""
