"""A line to the server that breaks after a chosen number of bytes, in a chosen direction."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

UP, DOWN = "up", "down"


@dataclass
class Line:
    """The line as it is. cut_at: breaks once so many bytes went that way on a connection; None: never."""

    server_port: int
    port: int = 0
    way: str = UP
    cut_at: int | None = None
    cuts: int = 0
    seen: dict[str, int] = field(default_factory=dict)

    def break_after(self, way: str, count: int) -> None:
        """The next connections break there."""
        self.way, self.cut_at = way, count

    def mend(self) -> None:
        """The line is whole again."""
        self.cut_at = None

    def serve(self, listener: socket.socket) -> None:
        """Carry connections until the listener is closed."""
        with contextlib.suppress(OSError):
            while True:
                near, _ = listener.accept()
                threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with (
            near,
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", self.server_port)) as far,
        ):
            cut = (self.way, self.cut_at)
            back = threading.Thread(target=self._pump, args=(far, near, DOWN, cut), daemon=True)
            back.start()
            self._pump(near, far, UP, cut)
            back.join(30)

    def _pump(
        self, source: socket.socket, sink: socket.socket, way: str, cut: tuple[str, int | None]
    ) -> None:
        left = cut[1] if cut[0] == way else None
        self.seen[way] = 0
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self.seen[way] += len(data)
                if left is not None and len(data) >= left:
                    sink.sendall(data[:left])
                    self.cuts += 1
                    break
                left = left if left is None else left - len(data)
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def line_to(server_port: int) -> Iterator[Line]:
    """A line for as long as the block runs."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = Line(server_port, listener.getsockname()[1])
        threading.Thread(target=line.serve, args=(listener,), daemon=True).start()
        yield line
        listener.shutdown(socket.SHUT_RDWR)
