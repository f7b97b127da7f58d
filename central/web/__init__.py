"""Pages for people: the board of the day and the status of one ticket."""
