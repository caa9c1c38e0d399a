"""Makes the soft tones of the player anew: `python -m tests.content.sounds`.

Each is one or two notes, a sine with its octave at a fifth of the height, that swells for 60 ms and fades.
Mono, 16 bits, 16,000 samples a second.
"""

from __future__ import annotations

import io
import math
import struct
import wave
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sounds"
RATE = 16_000
TONES = {
    "in": ((330.0, 0.0),),
    "hold": ((277.2, 0.0),),
    "out": ((220.0, 0.0),),
    "end": ((330.0, 0.0), (440.0, 0.35)),
}
"""For each tone its notes: Hertz, and the second at which it begins."""
SWELL, FADE, LONG, LOUD = 0.06, 0.28, 0.9, 0.22


def sample(at: float, notes: tuple[tuple[float, float], ...]) -> float:
    """The height of a tone `at` seconds after it begins, from -1 to 1."""
    height = 0.0
    for hertz, begins in notes:
        since = at - begins
        if since < 0:
            continue
        shape = min(1.0, since / SWELL) * math.exp(-since / FADE)
        round_ = 2 * math.pi * hertz * since
        height += LOUD * shape * (math.sin(round_) + 0.2 * math.sin(2 * round_)) / 1.2
    return height


def tone(name: str) -> bytes:
    """The whole file of the tone `name`."""
    notes = TONES[name]
    count = round(RATE * (LONG + notes[-1][1]))
    tail = round(RATE * 0.1)  # silent at its end, so that nothing clicks
    heights = [sample(place / RATE, notes) * min(1.0, (count - 1 - place) / tail) for place in range(count)]
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(32_000 * height)) for height in heights))
    return file.getvalue()


if __name__ == "__main__":
    for made in TONES:
        (FOLDER / f"{made}.wav").write_bytes(tone(made))
