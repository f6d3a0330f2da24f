"""What every command can end with. Apart from the commands, so that opening two files does not load their options."""

from __future__ import annotations

import os
import sys

COMPLETION_VARIABLE = "_SIDEBYLINE_COMPLETE"


class Trouble(Exception):
    """One line for stderr; the program ends with status 2."""


def drop_stdout() -> None:
    """Whoever read our output has gone: nothing more to say, and no complaint at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
