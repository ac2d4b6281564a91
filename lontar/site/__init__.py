"""The finished site as one immutable value."""
