"""The command line: arguments, printing and exit codes.

Exit codes: 0 fine, 1 mistakes in content or templates, 2 wrong usage, configuration or a system that
refuses, 3 a mistake of our own (told shortly, recorded in a file), 130 stopped by Ctrl-C (`serve`, which is
always ended so, gives 0).
"""

FINE, MISTAKES, USAGE, BUG, STOPPED = 0, 1, 2, 3, 130

COMMANDS = {
    "build": "lontar.cli.build",
    "serve": "lontar.cli.serve",
    "check": "lontar.cli.check",
    "new": "lontar.cli.new",
    "search": "lontar.cli.search",
    "next-change": "lontar.cli.next_change",
    "schema": "lontar.cli.schema",
    "publish": "lontar.cli.publish",
    "verify": "lontar.cli.verify",
}
"""By name: the module whose `command(name, call)` makes it, imported when it is called."""
