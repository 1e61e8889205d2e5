"""The pack as a whole: what it may import, and that all that belongs to a node is there."""

import ast
import json
import re

import pytest
from PIL import Image

ALLOWED = {"__future__", "collections.abc", "dataclasses", "json", "math", "os", "pathlib", "re", "typing"} | {"av", "numpy", "torch", "PIL", "PIL.PngImagePlugin"} | {
    "comfy.cli_args",
    "comfy.utils",
    "folder_paths",
}
FORBIDDEN_NAMES = {"eval", "exec", "compile", "__import__", "globals", "open"}
ALLOWED_OF_OS = {"path", "walk"}


def faults(source):
    """What the code does that this pack must not: import beyond the list, run code, reach into the system."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name not in ALLOWED]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module not in ALLOWED or node.module == "os"):
            found.append(node.module)
        elif isinstance(node, ast.Name) and node.id in FORBIDDEN_NAMES:
            found.append(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os" and node.attr not in ALLOWED_OF_OS:
            found.append(f"os.{node.attr}")
    return found


def test_the_pack_starts_no_process_opens_no_connection_and_reads_no_environment(root):
    files = [root / "__init__.py", *(root / "lemouf").rglob("*.py")]
    assert len(files) > 10
    assert {file.name: faults(file.read_text("utf-8")) for file in files if faults(file.read_text("utf-8"))} == {}


@pytest.mark.parametrize(
    "source",
    ["import subprocess", "import os, socket", "from urllib.request import urlopen", "import os\nos.environ['A']", "from os import environ", "import os\nos.system('ls')", "eval('1')", "__import__('os')"],
)
def test_that_check_finds_what_it_looks_for(source):
    assert faults(source) != []


def test_the_version_is_that_of_the_program(root):
    version = re.search(r'^version = "(.+)"$', (root / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version[1] == json.loads((root.parent / "package.json").read_text("utf-8"))["version"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_node_is_explained(root, nodes, language):
    texts = json.loads((root / "locales" / language / "nodeDefs.json").read_text("utf-8"))
    assert list(texts) == list(nodes)
    for name, node in nodes.items():
        inputs = [input for group in ("required", "optional") for input in node.INPUT_TYPES().get(group, {})]
        assert list(texts[name]["inputs"]) == inputs
        assert list(texts[name]["outputs"]) == [str(index) for index in range(len(node.RETURN_TYPES))]
        help = root / "web" / "docs" / (f"{name}.md" if language == "en" else f"{name}/{language}.md")
        assert all(f"`{input}`" in help.read_text("utf-8") for input in inputs)


def test_examples_are_those_of_the_program_and_have_pictures(root):
    examples = sorted((root / "example_workflows").glob("*.json"))
    assert [example.stem for example in examples] == sorted(picture.stem for picture in (root / "example_workflows").glob("*.jpg"))
    for example in examples:
        assert example.read_bytes() == (root.parent / "workflows" / "loop" / example.name).read_bytes()
        picture = example.with_suffix(".jpg")
        assert picture.stat().st_size < 200_000 and Image.open(picture).format == "JPEG"
