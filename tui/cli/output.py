"""Where a result goes: to stdout, or whole into a file. A result never lands on an article that it was made from."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from tui.cli.program import put, put_bytes
from tui.cli.trouble import Trouble

Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Into a file, whole or not at all. Else: stdout.")
]


def deliver(result: str | bytes, output: Path | None, *, made_from: Sequence[str] = (), end: str = "") -> None:
    """Raises `Trouble` where the file cannot be written; what stood there before then still does."""
    if output is None or str(output) == "-":
        if not isinstance(result, bytes):
            return put(result, end=end)
        if sys.stdout.isatty():
            raise Trouble("this form is no text for a terminal; name a file with --output")
        return put_bytes([result])
    refuse_sources(output, made_from)
    data = result if isinstance(result, bytes) else (result + end).encode("utf-8", "backslashreplace")
    return with_trouble_told(output, [data])


def refuse_sources(output: Path, made_from: Sequence[str]) -> None:
    """Raises `Trouble` where the file is one that the result is made from."""
    for name in made_from:
        source = Path(name.partition("#")[0] or name)
        try:
            is_source = source.exists() and output.exists() and source.samefile(output)
        except (OSError, ValueError):
            continue
        if is_source:
            raise Trouble(
                f"--output {output}: an article lies there, and articles are never written to; name another file"
            )


def with_trouble_told(output: Path, pieces: Iterable[bytes]) -> None:
    """Writes the file; what the system has against it becomes `Trouble`."""
    try:
        _write(output, pieces)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "cannot be written").lower()
        raise Trouble(f"--output {output}: {reason}; name another file") from error


def _write(output: Path, pieces: Iterable[bytes]) -> None:
    """Under a temporary name beside it, then renamed. A device or a pipe is written to as it is."""
    if output.exists() and not output.is_file():
        with output.open("wb") as file:
            file.writelines(pieces)
        return
    output = output.resolve()
    temporary = output.with_name(f".{output.name[:100]}.{os.urandom(4).hex()}")
    try:
        # Made anew with the rights that the user gives to new files; one that was there keeps its own.
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.writelines(pieces)
        if output.exists():
            temporary.chmod(output.stat().st_mode & 0o777)
        temporary.replace(output)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
