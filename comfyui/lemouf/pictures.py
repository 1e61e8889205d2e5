"""Pictures and masks as PNG files."""

from __future__ import annotations

import numpy as np
import torch
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from .destination import Destination
from .node_error import NodeError

# As in ComfyUI's own saver: fast, and not much larger than the best.
COMPRESSION = 4


def save_pictures(tensor: torch.Tensor, destination: Destination) -> list[dict[str, str]]:
    """Saves a batch in its order.

    An IMAGE is ``[batch, height, width, channels]`` with 1, 3 or 4 channels, a MASK ``[batch, height, width]`` or ``[height, width]``;
    values from 0 to 1. Raises NodeError for any other tensor.
    """
    pixels = _pixels(tensor)
    texts = PngInfo()
    for name, text in destination.texts().items():
        texts.add_text(name, text)
    places = destination.places(len(pixels), "png")
    for place, picture in zip(places, pixels):
        Image.fromarray(_to_bytes(picture)).save(place.path, pnginfo=texts, compress_level=COMPRESSION)
    return [place.reference for place in places]


def _pixels(tensor: torch.Tensor) -> torch.Tensor:
    shape = tuple(tensor.shape)
    pixels = tensor[None] if len(shape) == 2 else tensor
    if 0 in shape:
        raise NodeError(f"Loop Return received an empty picture batch, of shape {list(shape)}. Check the node that makes it.")
    if len(pixels.shape) == 3 or (len(pixels.shape) == 4 and pixels.shape[-1] in (1, 3, 4)):
        return pixels
    raise NodeError(
        f"Loop Return cannot save a tensor of shape {list(shape)}: it is neither an IMAGE nor a MASK. "
        "Link the pictures, for instance what VAE Decode gives."
    )


def _to_bytes(picture: torch.Tensor) -> np.ndarray:
    """One picture as 8 bits a channel. Masks become grey RGB, as MaskToImage and a saver would make them."""
    values = np.clip(255.0 * picture.detach().cpu().float().numpy(), 0, 255).astype(np.uint8)
    grey = values if values.ndim == 2 else values[..., 0] if values.shape[-1] == 1 else None
    return values if grey is None else np.stack([grey] * 3, axis=-1)
