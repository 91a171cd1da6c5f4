"""The term's report in Word: what it says, its charts, and the file that the school may change."""
