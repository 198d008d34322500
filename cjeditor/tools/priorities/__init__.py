"""The tool Priorities: what is worth doing first."""
