"""A view of nodes and lines, shared by the tools that draw some."""
