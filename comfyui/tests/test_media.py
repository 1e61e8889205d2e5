"""Loop Return's sound, film and latents."""

import json
import os
import struct
import sys
from types import SimpleNamespace

import numpy as np
import pytest
import torch

RATE = 44_100


def tone(level, channels=2, seconds=0.25):
    """A square wave of one level."""
    wave = np.where(np.arange(int(RATE * seconds)) % 100 < 50, level, -level).astype(np.float32)
    return np.stack([wave] * channels)


def path(output, reference):
    return os.path.join(output, reference["subfolder"], reference["filename"])


def test_sound_is_flac_in_the_order_of_its_batch(give, output):
    av = pytest.importorskip("av", reason="needs PyAV")
    audio = {"waveform": torch.from_numpy(np.stack([tone(0.25), tone(0.75)])), "sample_rate": RATE}
    references = give(audio, attempt={"loop_id": "s", "cycle_index": 1, "retry_index": 0})["ui"]["audio"]
    assert [reference["filename"] for reference in references] == ["cycle_0001_r00_00001_.flac", "cycle_0001_r00_00002_.flac"]
    for reference, level in zip(references, (0.25, 0.75)):
        with av.open(path(output, reference)) as file:
            stream = file.streams.audio[0]
            samples = np.concatenate([frame.to_ndarray() for frame in file.decode(stream)], axis=1)
            assert (stream.codec_context.name, stream.rate, stream.channels, samples.size) == ("flac", RATE, 2, 2 * 11_025)
            assert np.abs(samples).max() / 2**15 == pytest.approx(level, abs=0.001)
            assert json.loads(file.metadata["lemouf"])["loop_id"] == "s"


@pytest.mark.parametrize("channels", [1, 6, 8])
def test_sound_keeps_its_channels(give, output, channels):
    av = pytest.importorskip("av", reason="needs PyAV")
    levels = np.linspace(0.1, 0.8, channels)
    sound = np.concatenate([tone(level, 1) for level in levels])
    [reference] = give({"waveform": torch.from_numpy(sound[None]), "sample_rate": RATE})["ui"]["audio"]
    with av.open(path(output, reference)) as file:
        samples = np.concatenate([frame.to_ndarray() for frame in file.decode(audio=0)], axis=1).reshape(-1, channels)
        assert np.abs(samples).max(axis=0) / 2**15 == pytest.approx(levels, abs=0.001)


@pytest.mark.parametrize("waveform", [np.zeros((1, 2, 0), np.float32), np.zeros((0, 2, 9), np.float32), np.zeros(9, np.float32)], ids=["no samples", "no batch", "no channels"])
def test_silence_of_no_length_is_refused(give, waveform):
    with pytest.raises(Exception, match="without any sound"):
        give({"waveform": torch.from_numpy(waveform), "sample_rate": RATE})


def test_too_many_channels_are_refused(give):
    with pytest.raises(Exception, match="9 channels; FLAC holds 8"):
        give({"waveform": torch.from_numpy(tone(0.5, 9)[None]), "sample_rate": RATE})


def test_without_pyav_it_says_what_to_install(give, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(Exception, match="pip install av"):
        give({"waveform": torch.from_numpy(tone(0.5)[None]), "sample_rate": RATE})


def test_film_is_saved_by_itself(give, output):
    asked = []

    def save_to(target, metadata):
        asked.append(metadata)
        with open(target, "wb") as file:
            file.write(b"film")

    video = SimpleNamespace(save_to=save_to, get_dimensions=lambda: (4, 2))
    ui = give([video, video], prompt={"1": {}}, attempt={"loop_id": "f"})["ui"]
    assert ui["animated"] == [True, True]
    assert [reference["filename"] for reference in ui["images"]] == ["cycle_0000_r00_00001_.mp4", "cycle_0000_r00_00002_.mp4"]
    assert [open(path(output, reference), "rb").read() for reference in ui["images"]] == [b"film", b"film"]
    assert asked[0] == {"prompt": {"1": {}}, "lemouf": {"loop_id": "f"}}


def test_film_of_comfyui(give, output, real_comfyui):
    from fractions import Fraction

    import av
    from comfy_api.latest import InputImpl, Types

    video = InputImpl.VideoFromComponents(Types.VideoComponents(images=torch.rand(6, 32, 64, 3), frame_rate=Fraction(12)))
    [reference] = give(video)["ui"]["images"]
    with av.open(path(output, reference)) as file:
        stream = file.streams.video[0]
        assert (stream.codec_context.name, stream.width, stream.height, stream.frames, stream.average_rate) == ("h264", 64, 32, 6, 12)


def test_latents_are_what_load_latent_reads(give, output):
    samples = np.arange(2 * 4 * 2 * 2, dtype=np.float32).reshape(2, 4, 2, 2)
    [reference] = give({"samples": torch.from_numpy(samples)}, prompt={"1": {}}, attempt={"loop_id": "l"})["ui"]["latents"]
    assert reference["filename"] == "cycle_0000_r00_00001_.latent"
    with open(path(output, reference), "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    start, end = header["latent_tensor"]["data_offsets"]
    assert np.array_equal(np.frombuffer(data[start:end], "<f4").reshape(header["latent_tensor"]["shape"]), samples)
    assert header["latent_format_version_0"]["shape"] == [0]
    assert json.loads(header["__metadata__"]["prompt"]) == {"1": {}}


def test_latents_of_several_parts_are_refused(give):
    with pytest.raises(Exception, match="Decode it first"):
        give({"samples": SimpleNamespace(is_nested=True)})
