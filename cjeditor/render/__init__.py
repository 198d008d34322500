"""Drawing → ink: one backend for each surface."""
