"""What the site is made of: frozen values, no I/O."""
