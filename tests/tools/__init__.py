"""Outside judges of a built site, each behind a small typed function.

A wrapper finds its tool, runs it and returns what it said as plain values; it never decides what a
test should accept. Everything here works from a fresh clone after `make test` installed its parts.
"""
