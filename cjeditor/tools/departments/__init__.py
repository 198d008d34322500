"""The tool Departments: who answers for what."""
