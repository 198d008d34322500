"""The tool Evidence: the sources behind the map."""
