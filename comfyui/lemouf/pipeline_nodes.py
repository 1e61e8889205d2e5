"""The nodes of a pipeline: what kind of workflow this is, and which workflows follow one another."""

from __future__ import annotations

from .json_value import parse_json
from .library import NO_WORKFLOW, workflow_names


class LoopPipelineStep:
    """One step of a pipeline, after those of ``flow``. leMouf reads the steps from the workflow; here they are collected and handed on."""

    DESCRIPTION = "One step of a pipeline: a workflow of the library, and the role it has."
    CATEGORY = "leMouf/Pipeline"
    FUNCTION = "add"
    RETURN_TYPES = ("PIPELINE",)
    RETURN_NAMES = ("flow",)

    @classmethod
    def INPUT_TYPES(cls) -> dict:
        return {
            "required": {
                "role": (["generate", "execute", "composition"],),
                "workflow": (workflow_names(), {"default": NO_WORKFLOW}),
            },
            "optional": {"resources_json": ("STRING", {"default": ""}), "flow": ("PIPELINE",)},
        }

    @classmethod
    def VALIDATE_INPUTS(cls, workflow: str | None = None) -> bool | str:
        """Any name will do, also one that is not offered here: the library of the leMouf server has more. Naming the input skips ComfyUI's check.

        ``resources_json`` is checked in the run: ComfyUI puts what is wrong here down to every input that is named.
        """
        return True if workflow is None or isinstance(workflow, str) else "This is no name. Choose a workflow, or (none)."

    def add(self, role: str, workflow: str, resources_json: str = "", flow: object = None) -> tuple[list]:
        before = flow if isinstance(flow, list) else []
        return ([*before, {"role": role, "workflow": workflow, "resources": parse_json(resources_json)}],)


class LeMoufWorkflowProfile:
    """What kind of workflow this is. leMouf reads it from the workflow; here its values are handed on."""

    DESCRIPTION = "Says what kind of workflow this is, and so which of leMouf's screens go with it."
    CATEGORY = "leMouf/Pipeline"
    FUNCTION = "describe"
    RETURN_TYPES = ("PIPELINE", "STRING", "STRING", "STRING", "STRING")
    RETURN_NAMES = ("flow", "profile_id", "profile_version", "ui_contract_version", "workflow_kind")

    @classmethod
    def INPUT_TYPES(cls) -> dict:
        return {
            "required": {
                "profile_id": (["song2daw", "generic_loop", "tool", "custom"], {"default": "generic_loop"}),
                "profile_id_custom": ("STRING", {"default": ""}),
                "profile_version": ("STRING", {"default": "0.1.0"}),
                "ui_contract_version": ("STRING", {"default": "1.0.0"}),
                "workflow_kind": (["master", "branch"], {"default": "master"}),
            },
            "optional": {"flow": ("PIPELINE",)},
        }

    def describe(
        self, profile_id: str, profile_id_custom: str, profile_version: str, ui_contract_version: str, workflow_kind: str, flow: object = None
    ) -> tuple:
        name = (profile_id_custom.strip() or profile_id) if profile_id == "custom" else profile_id
        return (flow, name, profile_version, ui_contract_version, workflow_kind)
