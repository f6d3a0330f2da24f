"""What the reader has set for good: one TOML file, and an environment variable for each key. Start at `load`.

What stands nearer wins: a flag of the command line, the environment, the file, the default. The file is read from one
place of the user's own, never from the folder that the articles lie in, and no key of it names a program to run.
"""

from __future__ import annotations

from tui.config.loading import Loaded, config_path, load, near
from tui.config.settings import Settings, Value

__all__ = ["Loaded", "Settings", "Value", "config_path", "load", "near"]
