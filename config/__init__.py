"""Settings: read once, validated whole, frozen."""
