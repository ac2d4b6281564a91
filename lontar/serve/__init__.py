"""The preview: watch, build, serve on this machine, and show the result in the browser at once."""
