"""Areas of Callers.ai: one module each, with its collection, its seeds and its rules."""
