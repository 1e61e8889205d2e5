"""Loads the pack as ComfyUI does: against a real ComfyUI when COMFYUI_PATH names its folder, else against a small stand-in."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMFYUI = os.environ.get("COMFYUI_PATH")

if COMFYUI:
    sys.path.insert(0, COMFYUI)
else:
    import stand_in

    stand_in.install()


def _load_pack():
    spec = importlib.util.spec_from_file_location("lemouf_pack", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules["lemouf_pack"] = module
    spec.loader.exec_module(module)
    return module


PACK = _load_pack()


@pytest.fixture
def root():
    """The folder of the pack."""
    return ROOT


@pytest.fixture
def nodes():
    """The node classes by name."""
    return PACK.NODE_CLASS_MAPPINGS


@pytest.fixture
def real_comfyui():
    """Skips where the modules of ComfyUI are stand-ins."""
    if not COMFYUI:
        pytest.skip("needs a real ComfyUI: set COMFYUI_PATH")


@pytest.fixture
def output(tmp_path):
    """ComfyUI's output folder, for one test."""
    import folder_paths

    before = folder_paths.get_output_directory()
    folder = tmp_path / "output"
    folder.mkdir()
    folder_paths.set_output_directory(str(folder))
    yield folder
    folder_paths.set_output_directory(before)


@pytest.fixture
def give(nodes, output):
    """Runs Loop Return on a payload, with every input as ComfyUI hands it to a node that takes lists."""

    def run(*payload, loop_id="", attempt=None, prompt=None, **more):
        sent = {**({} if attempt is None else {"lemouf": attempt}), **more}
        return nodes["LoopReturn"]().take_in(loop_id=[loop_id], payload=list(payload), prompt=[prompt or {}], extra_pnginfo=[sent])

    return run
