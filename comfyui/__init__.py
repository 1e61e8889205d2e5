"""leMouf for ComfyUI: the nodes of a loop that a person reviews cycle by cycle, and of the pipelines made of such loops."""

from .lemouf.loop_nodes import LoopMap, LoopPayload, LoopReturn
from .lemouf.pipeline_nodes import LeMoufWorkflowProfile, LoopPipelineStep

NODE_CLASS_MAPPINGS = {
    "LoopReturn": LoopReturn,
    "LoopMap": LoopMap,
    "LoopPayload": LoopPayload,
    "LoopPipelineStep": LoopPipelineStep,
    "LeMoufWorkflowProfile": LeMoufWorkflowProfile,
}

NODE_DISPLAY_NAME_MAPPINGS = {
    "LoopReturn": "Loop Return (leMouf)",
    "LoopMap": "Loop Map (leMouf)",
    "LoopPayload": "Loop Payload (leMouf)",
    "LoopPipelineStep": "Loop Pipeline Step (leMouf)",
    "LeMoufWorkflowProfile": "Workflow Profile (leMouf)",
}

WEB_DIRECTORY = "./web"

__all__ = ["NODE_CLASS_MAPPINGS", "NODE_DISPLAY_NAME_MAPPINGS", "WEB_DIRECTORY"]
