"""The database: one file, one writer thread, and the commands and queries that run on it."""
