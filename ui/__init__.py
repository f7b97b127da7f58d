"""What citizens and staff see: one window, drawn from the session's state."""
