"""Areas of Sonarly: one module each, with its collection, its seeds and its rules."""
