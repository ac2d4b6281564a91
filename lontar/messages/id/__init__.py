"""Everything that people are told, in Indonesian."""
