"""Loop Return and the pictures it saves: names, order, pixels, and the prompt inside them."""

import json
import os

import numpy as np
import pytest
import torch
from comfy.cli_args import args
from PIL import Image

ATTEMPT = {"loop_id": "coast", "cycle_index": 3, "retry_index": 2}


def batch(*levels, channels=3, dtype=np.float32):
    """Pictures of 4 by 2, each of one level."""
    return torch.from_numpy(np.stack([np.full((2, 4, channels), level, dtype) for level in levels]))


def saved(output, reference):
    return Image.open(output / reference["subfolder"] / reference["filename"])


def level(picture):
    return np.asarray(picture).reshape(-1)[0]


def test_a_batch_is_saved_in_its_order_under_the_name_of_its_attempt(give, output):
    images = give(batch(0.2, 1.0, 0.0), attempt=ATTEMPT)["ui"]["images"]
    assert [image["filename"] for image in images] == [f"cycle_0003_r02_0000{n}_.png" for n in (1, 2, 3)]
    assert {(image["subfolder"], image["type"]) for image in images} == {(os.path.join("lemouf_loop", "coast"), "output")}
    assert [level(saved(output, image)) for image in images] == [51, 255, 0]
    assert saved(output, images[0]).size == (4, 2)


def test_it_hands_on_what_it_received(give):
    pictures = batch(0.5)
    assert give(pictures)["result"] == ([pictures],)


def test_more_than_nine_keep_their_order(give, output):
    levels = [n / 255 for n in range(12)]
    images = give(batch(*levels))["ui"]["images"]
    assert [level(saved(output, image)) for image in images] == list(range(12))


def test_a_second_run_of_an_attempt_overwrites_nothing(give, output):
    first = give(batch(0.0), attempt=ATTEMPT)["ui"]["images"][0]
    second = give(batch(1.0), attempt=ATTEMPT)["ui"]["images"][0]
    assert (first["filename"], second["filename"]) == ("cycle_0003_r02_00001_.png", "cycle_0003_r02_00002_.png")
    assert level(saved(output, first)) == 0


def test_without_an_attempt_the_widget_names_the_loop(give):
    [image] = give(batch(0.5), loop_id="mine")["ui"]["images"]
    assert (image["subfolder"], image["filename"]) == (os.path.join("lemouf_loop", "mine"), "cycle_0000_r00_00001_.png")
    [image] = give(batch(0.5))["ui"]["images"]
    assert image["subfolder"] == os.path.join("lemouf_loop", "default")


@pytest.mark.parametrize("loop_id", ["../../etc", "..", ".", "/root/.ssh", "a/../../b", "C:\\Windows", "a\0b", "..\\..", "%year%", "n" * 400, "..."])
def test_no_loop_leads_out_of_its_folder(give, output, loop_id):
    for images in (give(batch(0.5), loop_id=loop_id), give(batch(0.5), attempt={"loop_id": loop_id})):
        [image] = images["ui"]["images"]
        top, folder = os.path.split(image["subfolder"])
        assert (top, folder.strip(".")) == ("lemouf_loop", folder)
        assert saved(output, image).size == (4, 2)
    assert os.listdir(output) == ["lemouf_loop"]
    assert os.listdir(output.parent) == ["output"]


@pytest.mark.parametrize("attempt", [{"cycle_index": -1}, {"cycle_index": "1"}, {"retry_index": True}, {"loop_id": 7}, ["coast"], "coast"])
def test_a_malformed_attempt_is_refused(give, output, attempt):
    with pytest.raises(Exception, match="extra_pnginfo.lemouf should be"):
        give(batch(0.5), attempt=attempt)
    assert os.listdir(output) == []


@pytest.mark.parametrize(
    ("pictures", "mode", "first"),
    [
        (batch(0.4, channels=1), "RGB", 102),
        (batch(0.4, channels=4), "RGBA", 102),
        (batch(2.0), "RGB", 255),
        (batch(-1.0), "RGB", 0),
        (batch(0.5, dtype=np.float16), "RGB", 127),
        (torch.from_numpy(np.full((1, 2, 4), 0.6, np.float32)), "RGB", 153),
        (torch.from_numpy(np.full((2, 4), 0.6, np.float32)), "RGB", 153),
    ],
    ids=["grey", "with alpha", "too bright", "too dark", "half precision", "mask", "single mask"],
)
def test_every_kind_of_picture(give, output, pictures, mode, first):
    [image] = give(pictures)["ui"]["images"]
    assert (saved(output, image).mode, level(saved(output, image)), saved(output, image).size) == (mode, first, (4, 2))


def test_a_mask_batch_gives_a_picture_each(give, output):
    masks = torch.from_numpy(np.stack([np.full((2, 4), value, np.float32) for value in (0.0, 0.2, 1.0)]))
    assert [level(saved(output, image)) for image in give(masks)["ui"]["images"]] == [0, 51, 255]


def test_the_prompt_and_the_workflow_are_in_the_picture(give, output):
    prompt = {"9": {"class_type": "LoopReturn", "inputs": {"seed": 2**64 - 1}}}
    workflow = {"nodes": [{"title": "Küste"}]}
    [image] = give(batch(0.5), attempt=ATTEMPT, prompt=prompt, workflow=workflow)["ui"]["images"]
    texts = saved(output, image).text
    assert {name: json.loads(text) for name, text in texts.items()} == {"prompt": prompt, "workflow": workflow, "lemouf": ATTEMPT}


def test_nothing_is_in_the_picture_when_comfyui_was_told_so(give, output, monkeypatch):
    monkeypatch.setattr(args, "disable_metadata", True)
    [image] = give(batch(0.5), attempt=ATTEMPT, prompt={"1": {}})["ui"]["images"]
    assert saved(output, image).text == {}


@pytest.mark.parametrize("shape", [(1, 2, 4, 2), (1, 2, 2, 4, 3), (7,), (0, 2, 4, 3), (1, 0, 4, 3)], ids=str)
def test_what_is_no_picture_is_refused(give, output, shape):
    with pytest.raises(Exception, match="Link the pictures|Check the node"):
        give(torch.from_numpy(np.zeros(shape, np.float32)))
    assert [file for _, _, files in os.walk(output) for file in files] == []


def test_nothing_linked_and_nothing_given_are_refused(nodes, give):
    with pytest.raises(Exception, match="Nothing is linked to the payload"):
        nodes["LoopReturn"]().take_in(loop_id=[""])
    for payload in ([], [None]):
        with pytest.raises(Exception, match="received nothing"):
            give(*payload)


def test_it_runs_anew_each_time(nodes):
    first, second = (nodes["LoopReturn"].IS_CHANGED(loop_id=[""], payload=(None,)) for _ in range(2))
    assert first != second
