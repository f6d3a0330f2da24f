"""A file at a git revision, `REV:PATH`: its bytes as they were committed."""

from __future__ import annotations

import re

from tui.reading.git import git_says
from tui.reading.problem import ReadingError

_NAME = re.compile(r"(?P<revision>[^:\s-][^:\s]{0,250}):(?P<path>[^\0]{1,4000})")


def revision_and_path(name: str) -> tuple[str, str] | None:
    """`HEAD~2:news/mayor.txt` as its two parts; `None` for what cannot be one, such as an address."""
    match = _NAME.fullmatch(name)
    if not match or match["path"].startswith("//"):
        return None
    return match["revision"], match["path"]


def revision_bytes(name: str, *, largest: int) -> bytes:
    """The committed bytes of `REV:PATH`. Raises `ReadingError`.

    The path counts from the repository's root, as git has it, or else from the current folder.
    """
    parts = revision_and_path(name)
    if not parts:
        raise ReadingError(name, "there is no such file", "check the path")
    revision, path = parts
    if git_says("rev-parse", "--git-dir") is None:
        raise ReadingError(name, "there is no such file, and no git repository here", "check the path")
    if _object(f"{revision}^{{commit}}") is None and _object(f"{revision}^{{tree}}") is None:
        raise ReadingError(name, f"git knows no revision {revision}", "see git log for those there are")
    found = _object(f"{revision}:{path}") or _object(f"{revision}:./{path}")
    if found is None:
        raise ReadingError(name, f"not in the revision {revision}", "check the path, from the repository's root")
    kind, size = git_says("cat-file", "-t", found), git_says("cat-file", "-s", found)
    if kind is None or size is None or kind.strip() != b"blob":
        raise ReadingError(name, "a folder, where one article is needed", "name a file in it")
    if int(size) > largest:
        raise ReadingError(name, f"more than {largest // 2**20} MB", "cut it into articles")
    data = git_says("cat-file", "blob", found)
    if data is None:
        raise ReadingError(name, "git could not read it", "try: git fsck")
    return data


def _object(expression: str) -> str | None:
    """The name of a git object, hexadecimal: what is called next has no say of the user's in it."""
    found = git_says("rev-parse", "--verify", "--quiet", "--end-of-options", expression)
    text = (found or b"").decode("ascii", "replace").strip()
    return text if re.fullmatch(r"[0-9a-f]{40,64}", text) else None
