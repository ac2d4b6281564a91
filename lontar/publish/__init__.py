"""Finished output to where readers get it (a folder, another machine, a branch), whole or not at all."""
