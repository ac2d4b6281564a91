"""Small programs around the engine, each run by a target of the Makefile."""
