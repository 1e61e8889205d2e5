"""Where the files of an attempt go, and what is written into them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

import folder_paths
from comfy.cli_args import args


@dataclass(frozen=True)
class Place:
    """A file to write, and how ComfyUI's ``ui`` and ``/view`` refer to it."""

    path: str
    filename: str
    subfolder: str

    @property
    def reference(self) -> dict[str, str]:
        return {"filename": self.filename, "subfolder": self.subfolder, "type": "output"}


@dataclass(frozen=True)
class Destination:
    """The files of one attempt: their prefix below the output folder, and the prompt that made them."""

    prefix: str
    prompt: object = None
    extra_pnginfo: Mapping = field(default_factory=dict)

    def places(self, count: int, extension: str) -> list[Place]:
        """The next ``count`` files after those that are there, in order: ``…/cycle_0000_r00_00001_.png``."""
        folder, name, counter, subfolder, _ = folder_paths.get_save_image_path(self.prefix, folder_paths.get_output_directory())
        filenames = [f"{name}_{counter + index:05}_.{extension}" for index in range(count)]
        return [Place(os.path.join(folder, filename), filename, subfolder) for filename in filenames]

    def metadata(self) -> dict[str, object]:
        """The prompt and what the client sent beside it, under the names that ComfyUI's own savers use; nothing under --disable-metadata."""
        if args.disable_metadata:
            return {}
        prompt = {} if self.prompt is None else {"prompt": self.prompt}
        return {**prompt, **self.extra_pnginfo}

    def texts(self) -> dict[str, str]:
        """The metadata as JSON texts."""
        return {name: json.dumps(value) for name, value in self.metadata().items()}
