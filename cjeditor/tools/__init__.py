"""The tools beside the map: personas, empathy maps, whys, flows, figures, evidence and more."""
