"""The socket type that takes every other one."""

from __future__ import annotations


class AnyType(str):
    """A type name that differs from none.

    ComfyUI compares the two ends of a link with ``!=``; the versions around 0.3.64 know no wildcard of their own there.
    """

    def __ne__(self, other: object) -> bool:
        return False


ANY = AnyType("*")
