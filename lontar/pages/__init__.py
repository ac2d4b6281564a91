"""What the site consists of as files: one module per kind of output, each with plan(site)."""
