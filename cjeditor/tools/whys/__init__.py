"""Five whys: from the pain points of the map to their root causes."""
