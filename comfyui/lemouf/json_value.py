"""JSON in and out of the nodes."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping

import numpy as np

from .node_error import NodeError

# The leMouf server reads JSON 64 levels deep; ComfyUI's answer wraps ours in a few of them.
DEEPEST = 48


def parse_json(text: str) -> object:
    """The value that a widget's text holds; None for a blank one. Raises NodeError for malformed text."""
    if text.strip() == "":
        return None
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as cause:
        raise NodeError(f"This is not valid JSON: {cause}. Check the text near that place.") from cause


def check_json(text: object) -> bool | str:
    """What VALIDATE_INPUTS answers for a widget of JSON: True, or a sentence. A linked text is not known yet, and passes."""
    if not isinstance(text, str):
        return True
    try:
        parse_json(text)
    except NodeError as error:
        return str(error)
    return True


def to_json(value: object, path: str = "payload", depth: int = 0) -> object:
    """The value in JSON's own types, for ``ui``. Numbers that JSON has not (NaN, infinities) become null, as JavaScript prints them.

    Raises NodeError for what is not data; ``path`` says where in the payload it is.
    """
    if depth > DEEPEST:
        raise NodeError(f"The payload is nested more than {DEEPEST} levels deep. Flatten it before Loop Return.")
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, np.generic) or (isinstance(value, np.ndarray) and value.ndim == 1):
        return to_json(value.tolist(), path, depth)
    if isinstance(value, (list, tuple)):
        return [to_json(item, f"{path}[{index}]", depth + 1) for index, item in enumerate(value)]
    if isinstance(value, Mapping):
        return {str(key): to_json(item, f"{path}.{key}", depth + 1) for key, item in value.items()}
    raise NodeError(
        f"Loop Return cannot save {type(value).__name__}, which {path} is. "
        "Link a picture (IMAGE or MASK), AUDIO, VIDEO, LATENT, a text, or data that is JSON."
    )


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number that JSON has")
