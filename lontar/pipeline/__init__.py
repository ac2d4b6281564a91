"""From request to report: the only layer that knows all the others."""
