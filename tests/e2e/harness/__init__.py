"""The real client in a sandbox, talking to a stand-in for the model on loopback.

    with StubApi([[runs("ls")], [says("Two files.")]]) as api:
        client = Client(executable("2.1.329"), home, api)
        run = client.prompt("What is here?", project)

`StubApi` is the model: it answers from a script and keeps every request. `Client` runs `claude` with an
emptied environment and a home of its own, once (`prompt`), for many prompts in one process (`conversation`) or
in a terminal (`Terminal`). Nothing here knows this plugin, so benchmarks use it to make real transcripts: with
the folder `tests` on `sys.path` it is `e2e.harness`.
"""

from .client import Client
from .conversation import Conversation, Run
from .release import VERSIONS, NoClientError, executable
from .stub_api import Request, StubApi
from .terminal import Terminal
from .turns import Block, Turn, runs, says, uses

__all__ = [
    "VERSIONS",
    "Block",
    "Client",
    "Conversation",
    "NoClientError",
    "Request",
    "Run",
    "StubApi",
    "Terminal",
    "Turn",
    "executable",
    "runs",
    "says",
    "uses",
]
