"""Work shared among processes. What is done, and with what, is the caller's; answers come in the order of the tasks.

Each worker is a Python of its own that imports nothing but what it is asked to do, is told its tasks through a pipe, and
ends with the program: also when that is killed, and in the midst of a task. What a lost worker had to do is done here, so
that a crew can make work faster and never makes it fail.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any, TypeAlias

WORTH_IT = 5_000_000
"""Bytes of a dossier from which on a crew pays: two workers take a second of processor time to start and to learn the names."""
MOST = 8
"""Workers: what is not shared takes a fifth of the time, so that more of them wait."""
AHEAD = 3
"""Tasks a worker that are handed out before the first of them is asked for."""

_WORKER = "import sys; sys.path[:] = {path!r}; from tui.files.crew import {life}; {life}({parent})"
LOOKS = 0.5
"""Seconds after which a worker looks again whether anybody waits for its answer."""

Setup: TypeAlias = Callable[[bytes], Any]
"""Makes of bytes what tasks are done with. Like `Do` a function of a module, which workers import by its name."""
Do: TypeAlias = Callable[[Any, bytes], bytes]
"""Does one task."""
Errand: TypeAlias = Callable[[Iterator[bytes], Callable[[bytes], None]], None]
"""Does one long piece of work with what it is given, and says something now and then; it takes all of it before it says anything."""


class LostError(Exception):
    """A worker ended before it answered."""


def cores() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def enlisted(size: int) -> Iterator[Crew | None]:
    """A crew for a dossier of so many bytes; None where it is small, or where nobody could work beside this process."""
    workers = min(cores(), MOST)
    if size < WORTH_IT or workers < 2 or not sys.executable:
        yield None
        return
    with Crew(workers) as crew:
        yield crew


class Crew:
    """Some workers. Use as a context; leaving it ends them, whatever they are doing."""

    def __init__(self, workers: int) -> None:
        """Starts them; fewer, or none, where the system does not let it."""
        self._workers: list[subprocess.Popen[bytes]] = []
        self._idle: SimpleQueue[subprocess.Popen[bytes] | None] = SimpleQueue()
        """As many as there are threads; None in the place of a worker that was lost."""
        for _ in range(workers):
            with suppress(OSError, ValueError):
                self._workers.append(_start(serve))
        if not self._workers:
            self._idle.put(None)
        for each in self._workers:
            self._idle.put(each)
        self._threads = ThreadPoolExecutor(self._idle.qsize())
        self.redone = 0
        """Tasks that were done here, because a worker was lost."""

    def __enter__(self) -> Crew:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            _ended(worker)

    def do(self, tasks: Iterable[bytes], work: Do, setup: Setup, about: bytes) -> Iterator[bytes]:
        """`work(setup(about), task)` for every task, in order; a worker is told `about` once.

        Tasks are taken a few at a time, and not before there is room for them.
        """
        waiting: deque[tuple[bytes, Future[bytes]]] = deque()
        told: set[int] = set()
        here: list[Any] = []
        tasks = iter(tasks)
        room = AHEAD * max(1, len(self._workers))
        while True:
            for task in islice(tasks, room - len(waiting)):
                waiting.append((task, self._threads.submit(self._ask, task, work, (setup, about), told)))
            if not waiting:
                return
            task, answer = waiting.popleft()
            try:
                yield answer.result()
            except LostError:
                self.redone += 1
                if not here:
                    here.append(setup(about))
                yield work(here[0], task)

    def _ask(self, task: bytes, work: Do, setup: tuple[Setup, bytes], told: set[int]) -> bytes:
        worker = self._idle.get()
        try:
            if worker is None:
                raise LostError
            message = (work, None if worker.pid in told else setup, task)
            told.add(worker.pid)
            _write(worker.stdin, pickle.dumps(message))
            return _read(worker.stdout)
        except (OSError, EOFError):
            worker = None
            raise LostError from None
        finally:
            self._idle.put(worker)


def sent(errand: Errand, given: Iterable[bytes]) -> Generator[bytes, None, None]:
    """Have one worker do an errand; what it says, until it is done. To be closed: that ends the worker, whatever it is doing.

    Nothing that is given or said is empty. Raises `LostError` where no worker could be started, or it ended before it was done.
    """
    try:
        worker = _start(run)
    except (OSError, ValueError):
        raise LostError from None
    try:
        for each in (pickle.dumps(errand), *given, b""):
            _write(worker.stdin, each)
        while said := _read(worker.stdout):
            yield said
    except (OSError, EOFError):
        raise LostError from None
    finally:
        worker.kill()
        _ended(worker)


def run(parent: int) -> None:
    """Do the errand that the pipe names, and end: the life of a worker that is sent."""
    heard, said = _begin(parent)
    errand: Errand = pickle.loads(_read(heard))
    errand(iter(partial(_read, heard), b""), partial(_write, said))
    _write(said, b"")


def serve(parent: int) -> None:
    """Do what the pipe says until it ends: the life of a worker. `parent`: who started it, and whom it does not outlive."""
    tasks, answers = _begin(parent)
    state = None
    with suppress(EOFError, BrokenPipeError):
        while True:
            work, setup, task = pickle.loads(_read(tasks))
            if setup is not None:
                state = setup[0](setup[1])
            _write(answers, work(state, task))


def _begin(parent: int) -> tuple[IO[bytes], IO[bytes]]:
    """Where a worker hears, and where it speaks."""
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    pipes = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    gc.disable()
    return pipes


def _end_with(parent: int) -> None:
    """End in the midst of a task once the program has ended, however it did: its end of the pipe is seen between tasks only."""
    while os.getppid() == parent:
        time.sleep(LOOKS)
    os._exit(1)


def _ended(worker: subprocess.Popen[bytes]) -> None:
    """Once it was killed: leave nothing of it."""
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    worker.wait()


def _start(life: Callable[[int], None]) -> subprocess.Popen[bytes]:
    """A worker. It is no part of the terminal's group of processes, so that Ctrl-C is for this program alone."""
    return subprocess.Popen(
        [sys.executable, "-c", _WORKER.format(path=sys.path, life=life.__name__, parent=os.getpid())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _write(pipe: IO[bytes] | None, data: bytes) -> None:
    if pipe is None:
        raise EOFError
    pipe.write(len(data).to_bytes(8, "little"))
    pipe.write(data)
    pipe.flush()


def _read(pipe: IO[bytes] | None) -> bytes:
    size = pipe.read(8) if pipe is not None else b""
    data = pipe.read(int.from_bytes(size, "little")) if pipe is not None else b""
    if len(size) < 8 or len(data) < int.from_bytes(size, "little"):
        raise EOFError
    return data
