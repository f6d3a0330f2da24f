"""The commands, thin: they read articles, call the comparison or the library, and print what a report makes of it.

Results go to stdout, all else to stderr; trouble is one line and exit status 2. Textual is imported
only by the commands that open or draw a screen.
"""

from __future__ import annotations

from tui.cli.run import main, run

__all__ = ["main", "run"]
