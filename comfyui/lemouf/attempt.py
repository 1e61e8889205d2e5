"""Which attempt of a loop a prompt is, and where its files go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .node_error import NodeError

LONGEST_FOLDER = 128


@dataclass(frozen=True)
class Attempt:
    """One try at one cycle of a loop."""

    loop_id: str
    cycle: int
    retry: int

    @property
    def prefix(self) -> str:
        """Filename prefix below the output folder, in the form of ``filename_prefix`` of ComfyUI's savers."""
        return f"lemouf_loop/{folder_name(self.loop_id)}/cycle_{self.cycle:04d}_r{self.retry:02d}"


def attempt_of(extra_pnginfo: Mapping, loop_id: str) -> Attempt:
    """The attempt that the leMouf server named beside the prompt; without it, the first of the loop in the node's own widget.

    Raises NodeError when what was sent is not ``{loop_id, cycle_index, retry_index}``.
    """
    sent = extra_pnginfo.get("lemouf")
    if sent is None:
        return Attempt(loop_id or "default", 0, 0)
    if not isinstance(sent, Mapping) or not isinstance(sent.get("loop_id", ""), str):
        raise _malformed()
    return Attempt(sent.get("loop_id") or loop_id or "default", _index(sent, "cycle_index"), _index(sent, "retry_index"))


def folder_name(loop_id: str) -> str:
    """The loop's id as the name of a single folder, on every file system: no separators, no dots that lead elsewhere."""
    name = re.sub(r"[^\w.-]", "_", loop_id, flags=re.ASCII)[:LONGEST_FOLDER]
    return re.sub(r"^\.+|\.+$", "_", name) or "default"


def _index(sent: Mapping, key: str) -> int:
    value = sent.get(key, 0)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _malformed()
    return value


def _malformed() -> NodeError:
    return NodeError(
        "extra_pnginfo.lemouf should be {loop_id, cycle_index, retry_index}, with indices from 0 on. Correct what was sent beside the prompt."
    )
