"""Threads that nobody waits for at the end: a share that stalls, or texts that take long, must not keep the program.

The event loop's own executor joins its threads before it closes, and Python does so once more when it ends: after `q`
the screen was gone and the process stood there. What such a thread still writes to the library is whole or not there
at all, as after a kill.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Unawaited(ThreadPoolExecutor):
    """A thread for each piece of work, for `loop.set_default_executor`, which takes nothing but a thread pool."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                found = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(found)

        Thread(target=work, daemon=True).start()
        return future
