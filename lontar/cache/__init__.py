"""What one build leaves for the next. Only ever a short cut: without it, the output is the same."""
