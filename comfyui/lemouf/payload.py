"""What a cycle returns, made into files and ``ui`` values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import torch

from .destination import Destination
from .film import is_film, save_film
from .json_value import DEEPEST, to_json
from .latents import is_latent, save_latent
from .node_error import NodeError
from .pictures import save_pictures
from .sound import is_sound, save_sound

Shown = dict[str, list]

# The parts of a dictionary payload that have a meaning, in the order in which they are shown.
PARTS = ("images", "image", "audio", "video", "text", "json")


def show(payload: object, destination: Destination) -> Shown:
    """Saves what can be a file and gives the rest as it is: the ``ui`` of Loop Return, with lists under
    ``images``, ``animated``, ``audio``, ``latents``, ``text`` and ``json``.

    A list with media in it is shown item by item; one of data alone is a single JSON value.
    Raises NodeError for what cannot be saved.
    """
    if isinstance(payload, torch.Tensor):
        return {"images": save_pictures(payload, destination)}
    if is_film(payload):
        return {"images": [save_film(payload, destination)], "animated": [True]}
    if isinstance(payload, str):
        return {"text": [payload]}
    if isinstance(payload, Mapping):
        return _show_mapping(payload, destination)
    if isinstance(payload, (list, tuple)) and _holds_media(payload):
        _refuse_conditioning(payload)
        return merge(show(item, destination) for item in payload)
    return {"json": [to_json(payload)]}


def merge(shown: Iterable[Shown]) -> Shown:
    """Joins what several payloads showed; the order of each kind is theirs."""
    merged: Shown = {}
    for part in shown:
        for key, values in part.items():
            merged[key] = [*merged.get(key, []), *values]
    return merged


def _show_mapping(payload: Mapping, destination: Destination) -> Shown:
    if is_sound(payload):
        return {"audio": save_sound(payload, destination)}
    if is_latent(payload):
        return {"latents": [save_latent(payload, destination)]}
    parts = [name for name in PARTS if payload.get(name) is not None]
    if not parts:
        return {"json": [to_json(payload)]}
    return merge(_show_part(name, payload[name], destination) for name in parts)


def _show_part(name: str, value: object, destination: Destination) -> Shown:
    return {"json": [to_json(value, "payload.json")]} if name == "json" else show(value, destination)


def _holds_media(value: object, depth: int = 0) -> bool:
    if isinstance(value, torch.Tensor) or is_film(value) or is_sound(value) or is_latent(value):
        return True
    if depth > DEEPEST:
        return False
    items = value.values() if isinstance(value, Mapping) else value if isinstance(value, (list, tuple)) else ()
    return any(_holds_media(item, depth + 1) for item in items)


def _refuse_conditioning(payload: list | tuple) -> None:
    """CONDITIONING is a list of (tensor, options), and its tensors have the shape of masks."""
    pairs = [item for item in payload if isinstance(item, (list, tuple)) and len(item) == 2]
    if pairs and all(isinstance(tensor, torch.Tensor) and isinstance(options, Mapping) for tensor, options in pairs):
        raise NodeError("Loop Return cannot save CONDITIONING. Link what the sampler made of it: the LATENT, or the IMAGE that VAE Decode gives.")
