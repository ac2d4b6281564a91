"""Values to bytes: templates and images. Knows nothing of the site."""
