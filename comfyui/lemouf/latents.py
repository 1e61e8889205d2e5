"""Latents as files that ComfyUI's Load Latent reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import comfy.utils
import torch

from .destination import Destination
from .node_error import NodeError


def is_latent(value: object) -> bool:
    """Whether it is a LATENT: a mapping whose samples are a tensor, or the bundle of tensors that some models use."""
    samples = value.get("samples") if isinstance(value, Mapping) else None
    return isinstance(samples, torch.Tensor) or getattr(samples, "is_nested", False) is True


def save_latent(latent: Mapping[str, Any], destination: Destination) -> dict[str, str]:
    """Saves the whole batch as one safetensors file in the layout of ComfyUI's Save Latent (``latent_format_version_0``).

    Raises NodeError for latents of several parts, for which there is no such file.
    """
    samples = latent["samples"]
    if not isinstance(samples, torch.Tensor):
        raise NodeError("Loop Return cannot save a LATENT of several parts (picture and sound). Decode it first, and link the VIDEO, IMAGE or AUDIO.")
    [place] = destination.places(1, "latent")
    tensors = {"latent_tensor": samples.contiguous(), "latent_format_version_0": torch.tensor([])}
    comfy.utils.save_torch_file(tensors, place.path, metadata=destination.texts() or None)
    return place.reference
