"""Many exchanges with a server that misbehaves and keeps count."""
