"""What Loop Return makes of texts, data, dictionaries and lists."""

import json
from types import SimpleNamespace

import numpy as np
import pytest
import torch


def pictures(count):
    return torch.from_numpy(np.zeros((count, 2, 4, 3), np.float32))


def kinds(ui):
    return {key: len(values) for key, values in ui.items()}


def nested(depth):
    value = "deep"
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("payload", "ui"),
    [
        ("three lines", {"text": ["three lines"]}),
        ("", {"text": [""]}),
        ({"hour": "dawn", "seed": 2**63}, {"json": [{"hour": "dawn", "seed": 2**63}]}),
        ([{"text": "a"}, {"text": "b"}], {"json": [[{"text": "a"}, {"text": "b"}]]}),
        ([], {"json": [[]]}),
        (7, {"json": [7]}),
        (False, {"json": [False]}),
        ({"text": "caption", "json": {"a": [1, None]}}, {"text": ["caption"], "json": [{"a": [1, None]}]}),
        ({"json": "text as data"}, {"json": ["text as data"]}),
        ({"text": None, "other": 1}, {"json": [{"text": None, "other": 1}]}),
        ({"score": float("nan"), "most": float("inf")}, {"json": [{"score": None, "most": None}]}),
        ({1: np.float32(0.5), "list": np.array([1, 2])}, {"json": [{"1": 0.5, "list": [1, 2]}]}),
        (("a", 1), {"json": [["a", 1]]}),
    ],
    ids=repr,
)
def test_text_and_data(give, payload, ui):
    shown = give(payload)["ui"]
    assert shown == ui
    json.dumps(shown, allow_nan=False)


def test_a_dictionary_gives_its_parts(give):
    ui = give({"images": pictures(2), "image": pictures(1), "text": "caption", "json": [1], "seed": 3})["ui"]
    assert kinds(ui) == {"images": 3, "text": 1, "json": 1}
    assert [image["filename"] for image in ui["images"]] == [f"cycle_0000_r00_0000{n}_.png" for n in (1, 2, 3)]


def test_a_list_with_media_is_shown_in_its_order(give):
    ui = give([pictures(2), "first", {"a": 1}, pictures(1), "second", {"images": [pictures(1)]}])["ui"]
    assert kinds(ui) == {"images": 4, "text": 2, "json": 1}
    assert ui["text"] == ["first", "second"]
    assert [image["filename"] for image in ui["images"]] == [f"cycle_0000_r00_0000{n}_.png" for n in (1, 2, 3, 4)]


def test_several_values_of_a_list_output_are_one_result(give):
    ui = give(pictures(1), "between", pictures(2))["ui"]
    assert kinds(ui) == {"images": 3, "text": 1}


@pytest.mark.parametrize(
    ("payload", "says"),
    [
        (SimpleNamespace(), "cannot save SimpleNamespace, which payload is. Link a picture"),
        ({"model": SimpleNamespace()}, "cannot save SimpleNamespace, which payload.model is"),
        ([1, [b"bytes"]], r"cannot save bytes, which payload\[1\]\[0\] is"),
        ({"latent_image": pictures(1)}, "which payload.latent_image is"),
        ({"json": {"picture": pictures(1)}}, "which payload.json.picture is"),
        ([[pictures(1)[0], {"pooled_output": None}]], "cannot save CONDITIONING"),
        (nested(60), "nested more than"),
    ],
    ids=["object", "object inside", "bytes", "picture under another name", "picture as data", "conditioning", "too deep"],
)
def test_what_cannot_be_saved_is_refused_with_a_way_out(give, payload, says):
    with pytest.raises(Exception, match=says) as refused:
        give(payload)
    assert type(refused.value).__name__ == "NodeError"
