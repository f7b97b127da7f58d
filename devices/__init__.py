"""The kiosk's hands and eyes; each module one device or one step."""
