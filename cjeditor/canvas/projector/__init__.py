"""The map on a projector: one part in the light, large type, nothing around it."""
