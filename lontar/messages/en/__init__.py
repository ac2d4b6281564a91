"""Everything that people are told, in English."""
