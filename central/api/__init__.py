"""The HTTP side: structs of the wire, the door every request passes, and the handlers."""
