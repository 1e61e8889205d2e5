"""What the nodes declare, and the ones that only pass on what they are given."""

import json

import folder_paths
import pytest


def declared(node):
    """Inputs in the order of ``widgets_values``, with what a widget starts with."""
    inputs = {name: spec for group in ("required", "optional") for name, spec in node.INPUT_TYPES().get(group, {}).items()}
    return {name: (spec[0], (spec[1] if len(spec) > 1 else {}).get("default")) for name, spec in inputs.items()}


def test_inputs_outputs_and_categories(nodes):
    assert {name: node.CATEGORY for name, node in nodes.items()} == {
        "LoopReturn": "leMouf/Loop",
        "LoopMap": "leMouf/Loop",
        "LoopPayload": "leMouf/Loop",
        "LoopPipelineStep": "leMouf/Pipeline",
        "LeMoufWorkflowProfile": "leMouf/Pipeline",
    }
    assert declared(nodes["LoopReturn"]) == {"loop_id": ("STRING", ""), "payload": ("*", None)}
    assert list(declared(nodes["LoopPipelineStep"])) == ["role", "workflow", "resources_json", "flow"]
    assert declared(nodes["LeMoufWorkflowProfile"]) == {
        "profile_id": (["song2daw", "generic_loop", "tool", "custom"], "generic_loop"),
        "profile_id_custom": ("STRING", ""),
        "profile_version": ("STRING", "0.1.0"),
        "ui_contract_version": ("STRING", "1.0.0"),
        "workflow_kind": (["master", "branch"], "master"),
        "flow": ("PIPELINE", None),
    }
    assert [name for name, node in nodes.items() if getattr(node, "OUTPUT_NODE", False)] == ["LoopReturn"]
    for node in nodes.values():
        json.dumps(node.INPUT_TYPES())
        assert len(node.RETURN_TYPES) == len(node.RETURN_NAMES)
        assert callable(getattr(node, node.FUNCTION))


@pytest.mark.parametrize("other", ["IMAGE", "MASK", "AUDIO", "STRING", "COMBO", "A_TYPE_OF_ANOTHER_PACK", ["a", "combo"]])
def test_any_type_links_with_every_other_in_both_directions(nodes, other):
    takes = nodes["LoopReturn"].INPUT_TYPES()["optional"]["payload"][0]
    gives = nodes["LoopPayload"].RETURN_TYPES[0]
    assert not (other != takes) and not (gives != other)
    assert "IMAGE" != "MASK" and json.dumps(takes) == '"*"'


def test_comfyui_agrees_on_any_type(nodes, real_comfyui):
    from comfy_execution.validation import validate_node_input

    any_type = nodes["LoopReturn"].INPUT_TYPES()["optional"]["payload"][0]
    assert validate_node_input("IMAGE", any_type) and validate_node_input(any_type, "IMAGE")
    assert not validate_node_input("IMAGE", "MASK")


@pytest.mark.parametrize(("node", "name"), [("LoopMap", "map_json"), ("LoopPayload", "payload_json")])
def test_json_is_checked_before_a_run(nodes, node, name):
    check = nodes[node].VALIDATE_INPUTS
    assert check(**{name: '{"a": [1]}'}) is True
    assert check(**{name: "  "}) is True
    assert check(**{name: None}) is True
    for text in ('{"a": ', "[1,]", '{"a": NaN}', "[" * 100_000):
        assert "This is not valid JSON" in check(**{name: text})


def test_the_payload_is_parsed_exactly(nodes):
    payload = nodes["LoopPayload"]()
    assert payload.read(payload_json='[{"seed": 18446744073709551615}]') == ([{"seed": 2**64 - 1}],)
    assert payload.read(payload_json="") == (None,)
    with pytest.raises(Exception, match="This is not valid JSON"):
        payload.read(payload_json="[")


def test_the_map_passes_its_text_on(nodes):
    assert nodes["LoopMap"]().pass_on(map_json="{}") == ("{}",)


def test_steps_follow_one_another(nodes):
    step = nodes["LoopPipelineStep"]()
    [first] = step.add(role="generate", workflow="a.json")
    [both] = step.add(role="execute", workflow="loop/b.json", resources_json='["m"]', flow=first)
    assert first == [{"role": "generate", "workflow": "a.json", "resources": None}]
    assert both == [*first, {"role": "execute", "workflow": "loop/b.json", "resources": ["m"]}]
    with pytest.raises(Exception, match="This is not valid JSON"):
        step.add(role="execute", workflow="b.json", resources_json="[")


def test_the_profile_hands_its_values_on(nodes):
    describe = nodes["LeMoufWorkflowProfile"]().describe
    rest = {"profile_version": "0.2.0", "ui_contract_version": "1.1.0", "workflow_kind": "branch"}
    assert describe(profile_id="tool", profile_id_custom="mine", **rest) == (None, "tool", "0.2.0", "1.1.0", "branch")
    assert describe(profile_id="custom", profile_id_custom=" mine ", flow=[1], **rest) == ([1], "mine", "0.2.0", "1.1.0", "branch")
    assert describe(profile_id="custom", profile_id_custom=" ", **rest)[1] == "custom"


def test_workflows_saved_in_comfyui_are_offered_and_any_other_is_taken(nodes, tmp_path, monkeypatch):
    saved = tmp_path / "default" / "workflows"
    (saved / "series").mkdir(parents=True)
    (saved / ".notes").mkdir()
    for name in ("mine.json", "series/coast.json", ".index.json", ".notes/hidden.json", "readme.txt", "loop_text.json"):
        (saved / name).write_text("{}")
    monkeypatch.setattr(folder_paths, "get_user_directory", lambda: str(tmp_path))
    names = nodes["LoopPipelineStep"].INPUT_TYPES()["required"]["workflow"][0]
    assert names == ["(none)", "loop_text.json", "mine.json", "series/coast.json", "leMouf_Loop-payload_0-1-0.json", "loop_core_image.json"]
    assert nodes["LoopPipelineStep"].VALIDATE_INPUTS(workflow="loop/of the server.json") is True
    assert nodes["LoopPipelineStep"].VALIDATE_INPUTS(workflow=7) == "This is no name. Choose a workflow, or (none)."


def test_without_saved_workflows_there_are_the_examples(nodes, tmp_path, monkeypatch):
    monkeypatch.setattr(folder_paths, "get_user_directory", lambda: str(tmp_path / "nowhere"))
    assert nodes["LoopPipelineStep"].INPUT_TYPES()["required"]["workflow"][0][0] == "(none)"
