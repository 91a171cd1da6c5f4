"""The first start: a school of one's own, the sample school, or a backup."""
