# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal 4: a 12-megapixel photo to three clean pictures, beside libjpeg-turbo's own floor and plain Pillow.

Floor: decode at half scale and encode 1600x1200 again, nothing else (simplejpeg). Peer: Pillow opening the
whole picture, turning it, resizing it with Lanczos and saving the master alone. Ours: everything, hashes,
print rendition and thumbnail included. The three take turns on the same photo. `--memory` is the run of
one process whose peak is reported.
"""

import hashlib
import io
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import simplejpeg
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from forgeatelier.store.photos import prepare_photo

SIZE = (4000, 3000)
PHOTOS = 6
ROUNDS = 6
QUALITY = 82


def camera_photo(seed: int) -> bytes:
    """About 2.9 MB, as a telephone makes them: soft light, hard edges, grain, a turn and a position."""
    chance = random.Random(seed)
    width, height = SIZE
    light = Image.linear_gradient("L")
    scene = Image.merge(
        "RGB", [light.rotate(chance.choice((0, 90, 180, 270))).resize(SIZE) for _ in range(3)]
    )
    pen = ImageDraw.Draw(scene)
    for _ in range(60):
        x, y, side = chance.randrange(width), chance.randrange(height), chance.randrange(100, 700)
        shape = pen.ellipse if chance.random() < 0.5 else pen.rectangle
        shape((x, y, x + side, y + side * 0.7), fill=tuple(chance.randrange(256) for _ in range(3)))
    speckle = Image.frombytes("RGB", (700, 700), chance.randbytes(700 * 700 * 3))
    speckle = speckle.filter(ImageFilter.GaussianBlur(0.7)).resize((1000, 1000), Image.Resampling.BICUBIC)
    grain = Image.new("RGB", SIZE)
    for x in range(0, width, 1000):
        for y in range(0, height, 1000):
            grain.paste(speckle, (x, y))
    exif = Image.Exif()
    exif[0x0112] = (1, 6, 3, 8)[seed % 4]
    exif.get_ifd(0x8769)[0x9003] = "2026:03:12 10:15:02"
    exif.get_ifd(0x8825).update({1: "N", 2: (12.0, 22.0, 0.0)})
    out = io.BytesIO()
    Image.blend(scene, grain, 0.33).save(out, "JPEG", quality=88, exif=exif)
    return out.getvalue()


def floor(path: Path) -> None:
    """What the decoder and the encoder alone take, at half scale."""
    pixels = simplejpeg.decode_jpeg(path.read_bytes(), min_height=1200, min_width=1600)
    simplejpeg.encode_jpeg(pixels[:1200, :1600].copy(), quality=QUALITY, colorsubsampling="420")


def plain(path: Path) -> None:
    """What one writes first: the master alone, from the whole picture."""
    picture = Image.open(path)
    picture.load()
    picture = ImageOps.exif_transpose(picture)
    scale = 1600 / max(picture.size)
    size = (round(picture.width * scale), round(picture.height * scale))
    out = io.BytesIO()
    picture.resize(size, Image.Resampling.LANCZOS).save(out, "JPEG", quality=QUALITY)
    hashlib.sha256(out.getvalue()).hexdigest()


def ours(path: Path) -> None:
    """Everything the program does with a photo before it is written."""
    prepare_photo(path)


def in_turns(photos: list[Path]) -> dict[str, list[float]]:
    """Milliseconds of each way, A B C A B C on every photo; the first round only warms up."""
    ways: dict[str, Callable[[Path], None]] = {"floor": floor, "ours": ours, "plain Pillow": plain}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(ROUNDS + 1):
        for photo in photos:
            for name, way in ways.items():
                start = time.perf_counter()
                way(photo)
                if turn:
                    times[name].append((time.perf_counter() - start) * 1000)
    return times


def rates(photos: list[Path]) -> dict[int, list[float]]:
    """Photos a second with one thread and with two, taking turns."""
    measured: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(9):
        for threads, rate in measured.items():
            start = time.perf_counter()
            with ThreadPoolExecutor(threads) as pool:
                list(pool.map(ours, photos))
            rate.append(len(photos) / (time.perf_counter() - start))
    return measured


def peak_megabytes(folder: Path) -> float:
    """The largest resident memory of a process that takes in every photo, one after the other."""
    said = subprocess.run(
        [sys.executable, __file__, "--memory", str(folder)], check=True, capture_output=True, text=True
    )
    return float(said.stdout)


def memory(folder: Path) -> None:
    """Be that process."""
    for photo in sorted(folder.glob("*.jpg")):
        prepare_photo(photo)
    print(own_peak_megabytes())


def own_peak_megabytes() -> float:
    """Linux tells the peak since the program was loaded; elsewhere getrusage has to do, in bytes on macOS."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)


def told(what: str, figure: float, goal: str, reached: bool) -> None:
    print(f"{what:32} {figure:6.2f}   goal {goal:9} {'reached' if reached else 'MISSED'}")


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(PHOTOS):
            (folder / f"cam-{seed}.jpg").write_bytes(camera_photo(seed))
        photos = sorted(folder.glob("*.jpg"))
        times = in_turns(photos)
        rate = rates(photos)
        peak = peak_megabytes(folder)
    middle = {way: statistics.median(taken) for way, taken in times.items()}
    for way, taken in times.items():
        spread = f"(min {min(taken):.1f}, max {max(taken):.1f}, n {len(taken)})"
        print(f"{way:14} median {middle[way]:6.1f} ms  {spread}")
    for threads, measured in rate.items():
        spread = f"(min {min(measured):.1f}, max {max(measured):.1f}, n {len(measured)})"
        print(f"{threads} thread(s)    median {statistics.median(measured):6.1f} photos/s  {spread}")
    one, two = statistics.median(rate[1]), statistics.median(rate[2])
    to_plain, to_floor = middle["ours"] / middle["plain Pillow"], middle["ours"] / middle["floor"]
    told("ours / plain Pillow", to_plain, "<= 0.5", to_plain <= 0.5)
    told("photos a second, one thread", one, ">= 9", one >= 9)
    told("two threads / one", two / one, ">= 1.3", two / one >= 1.3)
    told("peak memory, MB", peak, "<= 80", peak <= 80)
    told("ours / floor", to_floor, "<= 3.0", to_floor <= 3.0)
    print(f"ratio {to_floor:.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        memory(Path(sys.argv[2]))
    else:
        main()
