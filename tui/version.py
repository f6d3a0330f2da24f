"""The version, said once: the package's metadata and every report take it from here.

Asking the installed package costs 25 ms of a start, so nothing does.
"""

from __future__ import annotations

VERSION = "0.1.0"
