"""批量登记: a pile of paper is keyed in at once, one class or one teacher's slip to a grid."""
