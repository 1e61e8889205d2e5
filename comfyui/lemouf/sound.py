"""Audio as FLAC files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch

from .destination import Destination, Place
from .node_error import NodeError

# What the format holds; also the layouts that FFmpeg names by their count alone.
MOST_CHANNELS = 8


def is_sound(value: object) -> bool:
    """Whether it is an AUDIO: a mapping (some packs read the file only when asked) with a waveform and its rate."""
    return isinstance(value, Mapping) and "waveform" in value and "sample_rate" in value


def save_sound(audio: Mapping[str, Any], destination: Destination) -> list[dict[str, str]]:
    """Saves ``waveform [batch, channels, samples]``, values from -1 to 1, at ``sample_rate`` Hz: a file for each of the batch, in its order.

    Raises NodeError when there is no sound in it, when FLAC cannot hold it, and when PyAV is missing.
    """
    waveform, rate = audio["waveform"], int(audio["sample_rate"])
    if not isinstance(waveform, torch.Tensor) or len(waveform.shape) not in (2, 3) or 0 in tuple(waveform.shape):
        raise NodeError("Loop Return received AUDIO without any sound in it. Check the node that makes it.")
    batch = waveform[None] if len(waveform.shape) == 2 else waveform
    if batch.shape[1] > MOST_CHANNELS:
        raise NodeError(f"Loop Return received AUDIO with {batch.shape[1]} channels; FLAC holds {MOST_CHANNELS}. Mix it down first.")
    av = _pyav()
    places = destination.places(len(batch), "flac")
    for place, channels in zip(places, batch):
        _write(av, place, channels, rate, destination.texts())
    return [place.reference for place in places]


def _write(av: Any, place: Place, channels: torch.Tensor, rate: int, texts: Mapping[str, str]) -> None:
    layout = {1: "mono", 2: "stereo"}.get(len(channels), f"{len(channels)}c")
    # Interleaved: PyAV miscounts the planes of eight channels.
    samples = np.ascontiguousarray(channels.detach().cpu().float().numpy().T).reshape(1, -1)
    frame = av.AudioFrame.from_ndarray(samples, format="flt", layout=layout)
    frame.sample_rate = rate
    frame.pts = 0
    with av.open(place.path, mode="w", format="flac") as container:
        container.metadata.update(texts)
        stream = container.add_stream("flac", rate=rate, layout=layout)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _pyav() -> Any:
    try:
        import av
    except ImportError as cause:
        raise NodeError(
            "Saving AUDIO needs PyAV, which this ComfyUI lacks. Install it into ComfyUI's Python (pip install av), or return pictures instead."
        ) from cause
    return av
