"""The shared pieces every screen is built of."""
