"""The one error of these nodes."""

from __future__ import annotations


class NodeError(Exception):
    """A node could not do its work. The message says what happened and what to do; ComfyUI shows it on the node."""
