"""What the pack uses of PyTorch and ComfyUI, in NumPy: enough to write real files."""

import json
import os
import struct
import sys
from types import ModuleType, SimpleNamespace

import numpy as np


class Tensor:
    """A NumPy array with the few methods of a tensor that the pack calls."""

    def __init__(self, array):
        self.array = np.asarray(array)

    @property
    def shape(self):
        return self.array.shape

    def __len__(self):
        return len(self.array)

    def __iter__(self):
        return (Tensor(item) for item in self.array)

    def __getitem__(self, key):
        return Tensor(self.array[key])

    def detach(self):
        return self

    def cpu(self):
        return self

    def float(self):
        return Tensor(self.array.astype(np.float32))

    def contiguous(self):
        return Tensor(np.ascontiguousarray(self.array))

    def numpy(self):
        return self.array


def save_torch_file(tensors, path, metadata=None):
    """Writes the safetensors format: the header's length in 8 bytes, the header as JSON, the bytes of the tensors."""
    header, data = ({} if metadata is None else {"__metadata__": metadata}), b""
    for name, tensor in tensors.items():
        content = tensor.array.astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


class Folders:
    """ComfyUI's folders, and the numbering of what is saved there."""

    output = "output"
    user = "user"

    def set_output_directory(self, folder):
        self.output = folder

    def get_output_directory(self):
        return self.output

    def set_user_directory(self, folder):
        self.user = folder

    def get_user_directory(self):
        return self.user

    def get_save_image_path(self, prefix, output, _width=0, _height=0):
        subfolder, name = os.path.split(os.path.normpath(prefix))
        folder = os.path.abspath(os.path.join(output, subfolder))
        if os.path.commonpath([folder, os.path.abspath(output)]) != os.path.abspath(output):
            raise RuntimeError("Saving outside the output folder is not allowed.")
        os.makedirs(folder, exist_ok=True)
        taken = [file[len(name) + 1 :].split("_")[0] for file in os.listdir(folder) if file.startswith(f"{name}_")]
        return folder, name, max((int(number) for number in taken if number.isdigit()), default=0) + 1, subfolder, prefix


def install():
    """Puts the stand-ins where ``import`` finds them."""
    folders = Folders()
    public = {name: getattr(folders, name) for name in dir(folders) if name.startswith(("get_", "set_"))}
    for name, content in {
        "torch": {"Tensor": Tensor, "tensor": Tensor, "from_numpy": Tensor},
        "folder_paths": public,
        "comfy": {},
        "comfy.utils": {"save_torch_file": save_torch_file},
        "comfy.cli_args": {"args": SimpleNamespace(disable_metadata=False)},
    }.items():
        module = ModuleType(name)
        module.__dict__.update(content)
        sys.modules[name] = module
    sys.modules["comfy"].utils = sys.modules["comfy.utils"]
    sys.modules["comfy"].cli_args = sys.modules["comfy.cli_args"]
