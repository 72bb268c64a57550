"""Reads a model by the rules of its formats alone, and runs it once, in double precision.

Encodes the sample x[j] = j / size and decodes the code z[k] = 0.5 - k.
"""

import json
import struct
import sys

import numpy as np


def tensors(path):
    raw = open(path, "rb").read()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    header.pop("__metadata__", None)
    data = raw[8 + length :]
    return {
        name: np.frombuffer(data[slice(*t["data_offsets"])], "<f4").reshape(t["shape"]).astype("f8")
        for name, t in header.items()
    }


ACTIVATIONS = {
    "linear": lambda a: a,
    "relu": lambda a: np.maximum(a, 0),
    "tanh": np.tanh,
    "sigmoid": lambda a: 1 / (1 + np.exp(-a)),
}


def linear(t, name, x):
    return t[name + ".weight"] @ x + t[name + ".bias"]


def hidden(t, net, layers, f, x):
    for i in range(layers):
        x = f(linear(t, f"{net}.{i}", x))
    return x


folder = sys.argv[1]
config = json.load(open(folder + "/config.json"))
t = tensors(folder + "/weights.safetensors")
a = config["architecture"]
f, out = ACTIVATIONS[a["hidden_activation"]], ACTIVATIONS[a["output_activation"]]
size = int(np.prod(config["data"]["shape"]))

x = (np.arange(size) / size - t["input.center"]) * t["input.gain"]
if config["likelihood"]["type"] == "mixed":
    # A row of a table, of which every cell is seen.
    cells = config["likelihood"]["numeric"] + len(config["likelihood"]["categories"])
    x = np.append(x, np.ones(cells))
n = len(a["encoder_hidden"])
code = linear(t, f"encoder.{n}", hidden(t, "encoder", n, f, x))

n = len(a["decoder_hidden"])
h = hidden(t, "decoder", n, f, 0.5 - np.arange(a["latent"]))
lines = {
    "mean_z": code[: a["latent"]],
    "log_variance_z": code[a["latent"] :],
    "mean_x": out(linear(t, f"decoder.{n}", h)),
}
if config["likelihood"]["type"] == "learned_variance":
    lines["log_variance_x"] = linear(t, "decoder.log_variance", h)
for name, values in lines.items():
    print(name, *values)
