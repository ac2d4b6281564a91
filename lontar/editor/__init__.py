"""What helps editors: scaffolds, completion, advice."""
