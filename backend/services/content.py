"""The content packs by name."""

from backend.content import Pack, packs

__all__ = ["Pack", "packs"]
