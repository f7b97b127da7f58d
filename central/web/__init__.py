"""Pages for people: the board of the day and what a paper's code stands for."""
