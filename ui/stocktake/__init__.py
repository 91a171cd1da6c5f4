"""盘点: count what stands in a room, by keys or a scanner, book what differs, and call back what is lent."""
