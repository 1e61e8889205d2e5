"""The nodes of a loop: what goes into each cycle, where it goes, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping

from .any_type import ANY
from .attempt import attempt_of
from .destination import Destination
from .json_value import check_json, parse_json
from .node_error import NodeError
from .payload import merge, show


class LoopReturn:
    """Ends a cycle: saves its payload for review and hands it on."""

    DESCRIPTION = "Hands the result of a cycle to leMouf for review."
    CATEGORY = "leMouf/Loop"
    FUNCTION = "take_in"
    OUTPUT_NODE = True
    # What comes as a list is one result, in its order; ComfyUI would else call the node once for each, and join only results of the same kind.
    INPUT_IS_LIST = True
    RETURN_TYPES = (ANY,)
    RETURN_NAMES = ("payload",)
    OUTPUT_IS_LIST = (True,)

    @classmethod
    def INPUT_TYPES(cls) -> dict:
        return {
            "required": {"loop_id": ("STRING", {"default": ""})},
            "optional": {"payload": (ANY,)},
            "hidden": {"prompt": "PROMPT", "extra_pnginfo": "EXTRA_PNGINFO"},
        }

    @classmethod
    def IS_CHANGED(cls, **_inputs: object) -> float:
        """Never the same: each attempt has files of its own, and its number comes beside the prompt, where the cache does not look."""
        return float("nan")

    def take_in(self, loop_id: list, payload: list | None = None, prompt: list | None = None, extra_pnginfo: list | None = None) -> dict:
        """Every input comes as a list; those that are no lists have one item. Raises NodeError when there is nothing to save."""
        if payload is None:
            raise NodeError("Nothing is linked to the payload of Loop Return. Link the final output to it, a picture or a text for instance.")
        if all(item is None for item in payload):
            raise NodeError("Loop Return received nothing: the node linked to its payload gave no value. Check that node, or link another.")
        sent = extra_pnginfo[0] if extra_pnginfo and isinstance(extra_pnginfo[0], Mapping) else {}
        destination = Destination(attempt_of(sent, loop_id[0]).prefix, prompt[0] if prompt else None, sent)
        return {"ui": merge(show(item, destination) for item in payload), "result": (payload,)}


class LoopMap:
    """Says which entries of the payload go where; leMouf reads it before a cycle is queued, here it passes its text on."""

    DESCRIPTION = "Says which entries of each cycle's payload go into which inputs of the workflow."
    CATEGORY = "leMouf/Loop"
    FUNCTION = "pass_on"
    RETURN_TYPES = ("STRING",)
    RETURN_NAMES = ("map_json",)

    @classmethod
    def INPUT_TYPES(cls) -> dict:
        return {"required": {"map_json": ("STRING", {"multiline": True, "default": '{"schema": "lemouf.loopmap.v1", "mappings": []}'})}}

    @classmethod
    def VALIDATE_INPUTS(cls, map_json: str | None = None) -> bool | str:
        return check_json(map_json)

    def pass_on(self, map_json: str) -> tuple[str]:
        return (map_json,)


class LoopPayload:
    """The entries of a loop, one a cycle, written as JSON."""

    DESCRIPTION = "The payload of a loop: a JSON list with one entry for each cycle."
    CATEGORY = "leMouf/Loop"
    FUNCTION = "read"
    RETURN_TYPES = (ANY,)
    RETURN_NAMES = ("payload",)

    @classmethod
    def INPUT_TYPES(cls) -> dict:
        return {"required": {"payload_json": ("STRING", {"multiline": True, "default": "[]"})}}

    @classmethod
    def VALIDATE_INPUTS(cls, payload_json: str | None = None) -> bool | str:
        return check_json(payload_json)

    def read(self, payload_json: str) -> tuple[object]:
        return (parse_json(payload_json),)
