"""What all tests share: laws are tried without a stopwatch, since the machine may be busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
