"""git, asked for what it keeps: called by name, without a shell, with an environment of ours.

It asks for nothing, pages nothing, opens no connection and runs none of the repository's own programs.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_SECONDS = 30
_SETTINGS = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"),
    *("-c", "log.showSignature=false", "-c", "log.showRoot=true"),
)


def git_says(*arguments: str, folder: Path | None = None) -> bytes | None:
    """What git prints; `None` where it fails, is missing, or takes too long."""
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ},
        "LC_ALL": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_PAGER": "cat",
        "GIT_ASKPASS": "true",
    }
    try:
        done = subprocess.run(
            ["git", *_SETTINGS, *arguments],
            env=environment, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
