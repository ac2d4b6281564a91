"""Lontar: a static site generator for news and gallery sites."""

VERSION = "0.1.0"
