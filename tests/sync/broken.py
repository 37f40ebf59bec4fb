"""The word that something was seen which must never be."""


class Broken(Exception):
    """An invariant does not hold. name: which; it is one of those in docs/simulation.md."""

    def __init__(self, name: str, detail: object) -> None:
        super().__init__(f"{name}: {detail}")
        self.name = name
