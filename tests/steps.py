"""Tells the steps of the event loop apart: `with Steps() as steps`, and `steps.now` is another number in each."""

from __future__ import annotations

import asyncio


class Steps:
    """Numbers the steps of every loop of this thread until the end of the block."""

    def __init__(self) -> None:
        self.now = 0

    def __enter__(self) -> Steps:
        self._run = run = asyncio.Handle._run

        def counted(handle: asyncio.Handle) -> None:
            self.now += 1
            run(handle)

        asyncio.Handle._run = counted  # type: ignore[method-assign]
        return self

    def __exit__(self, *error: object) -> None:
        asyncio.Handle._run = self._run  # type: ignore[method-assign]
