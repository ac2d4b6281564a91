"""From disk to the model: the only reader of content/."""
