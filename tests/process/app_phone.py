"""The app's own storage and sync core, run by Node."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.process.device import Device


class AppPhone:
    """The app's sync core in a process of its own, which speaks to the server over the line."""

    def __init__(self, device: Device, port: int) -> None:
        node = shutil.which("node")
        assert node, "node is missing: python scripts/ensure.py node"
        script = str(Path(__file__).with_name("phone.mjs"))
        words = [node, script, str(port), device.cookie, device.account, device.space, str(device.port)]
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, act: str, **more: Any) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"act": act, **more}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert not (isinstance(answer, dict) and "thrown" in answer), answer["thrown"]
        return answer

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe
            pipe.close()
