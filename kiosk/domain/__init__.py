"""The pure heart: values and decisions, shared by kiosk and central. No clock, disk, network or Qt."""
