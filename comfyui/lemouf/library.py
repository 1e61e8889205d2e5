"""The workflows that can be named on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import folder_paths

NO_WORKFLOW = "(none)"
EXAMPLES = Path(__file__).resolve().parent.parent / "example_workflows"


def workflow_names() -> list[str]:
    """``(none)``, then the workflows saved in ComfyUI by its default user, then the examples of this pack; each once.

    Names are relative, with ``/`` between folders, and end in ``.json``, as in the library of the leMouf server.
    """
    saved = Path(folder_paths.get_user_directory()) / "default" / "workflows"
    return list(dict.fromkeys([NO_WORKFLOW, *_json_files(saved), *_json_files(EXAMPLES)]))


def _json_files(folder: Path) -> list[str]:
    """JSON files at any depth; hidden ones are the editor's own notes. A folder that is not there has none."""
    found = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [(Path(root) / name).relative_to(folder).as_posix() for name in files if name.endswith(".json") and not name.startswith(".")]
    return sorted(found)
