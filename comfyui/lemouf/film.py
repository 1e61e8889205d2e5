"""Video as MP4 files."""

from __future__ import annotations

from typing import Any

from .destination import Destination


def is_film(value: object) -> bool:
    """Whether it is a VIDEO. Told by what ComfyUI's VideoInput can do: its module has moved between versions, its methods have not."""
    return callable(getattr(value, "save_to", None)) and callable(getattr(value, "get_dimensions", None))


def save_film(video: Any, destination: Destination) -> dict[str, str]:
    """Saves one video with its sound, as ComfyUI's Save Video does in "auto": what is encoded already is copied."""
    [place] = destination.places(1, "mp4")
    video.save_to(place.path, metadata=destination.metadata() or None)
    return place.reference
