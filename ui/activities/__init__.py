"""The page 活动: activities and meetings of a term, planned, held and written up."""
