"""What is measured, how, and against what goal. Results are printed, never asserted."""
