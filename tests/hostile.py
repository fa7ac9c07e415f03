"""Makes files that are built to hurt who opens them: small ones that grow, ones that lead in circles, lies.

Every file stands for one attack; its name says which.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from PIL import Image

MEGABYTE = 1_000_000


def make_hostile_archive(folder: Path, outside: Path) -> Path:
    """Write one file of each kind into `folder`; `outside` is a file beyond it."""
    folder.mkdir()
    files = {
        "bomb_content.pdf": pdf(page(stream=squeezed(repeated(b"0 0 m\n", 835 * MEGABYTE), twice=True))),
        "bomb_characters.pdf": pdf(page(stream=squeezed([text(b"x" * 500_000)]))),
        "bomb_image.pdf": pdf(page(stream=squeezed([b"595 0 0 842 0 0 cm /I Do"]), image=huge_image())),
        "bomb.tif": tiff(60_000, 60_000),
        "bomb.jpg": jpeg(65_500, 65_500),
        "bomb.png": png(60_000, 60_000),
        "circle_page_tree.pdf": pdf({2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}),
        "circle_form.pdf": pdf(page(stream=squeezed([b"/I Do"]), image=circular_form())),
        "circle_previous.pdf": circle_previous(),
        "circle.tif": circular_tiff(),
        "deep_arrays.pdf": pdf({5: b"[" * 100_000 + b"]" * 100_000, **page(extra=b"/Deep 5 0 R")}),
        "deep_page_tree.pdf": pdf(deep_tree(2_000)),
        "deep_states.pdf": pdf(page(stream=squeezed(repeated(b"q\n", 2 * MEGABYTE)))),
        "font_broken.pdf": pdf(page(stream=squeezed([text(b"Vereinbarung")]), font=broken_font())),
        "font_circle.pdf": pdf(page(stream=squeezed([text(b"Vereinbarung")]), font=circular_font())),
        "box_huge.pdf": pdf(page(box=b"[0 0 1000000000 1000000000]")),
        "box_empty.pdf": pdf(page(box=b"[0 0 0 0]")),
        "box_nonsense.pdf": pdf(page(box=b"[(a) /b null 1e999]")),
        "count_lies.pdf": pdf({2: b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"}),
        "length_lies.pdf": pdf(page(stream=b"<< /Length 999999999 >> stream\nBT ET\nendstream")),
        "pages_many.pdf": pdf({2: b"<< /Type /Pages /Kids [" + b"3 0 R " * 5_000 + b"] /Count 5000 >>"}),
        "extension_zip.pdf": b"PK\x03\x04" + bytes(100),
        "extension_gif.png": b"GIF89a" + bytes(100),
        "extension_postscript.tif": b"%!PS-Adobe-3.0\n(x) print\n",
        "name_\n_line\r.pdf": b"%PDF-1.4\n",
        "name_..\\..\\up.pdf": b"%PDF-1.4\n",
        "name_=cmd|' '!A1.pdf": b"%PDF-1.4\n",
        "name_%2e%2e%2fup.pdf": b"%PDF-1.4\n",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    Image.new("L", (200, 280), 255).save(folder / "extension_png.pdf", format="PNG")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "link_out.pdf").symlink_to(outside)
    (folder / "link_folder").symlink_to(outside.parent)
    (folder / "link_circle.pdf").symlink_to(folder / "link_circle.pdf")
    return folder


def pdf(objects: Mapping[int, bytes]) -> bytes:
    """A file of these objects; catalog, page tree, page and content where they are not given."""
    whole = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        **page(),
        **objects,
    }
    content, places = b"%PDF-1.7\n", {}
    for number, body in sorted(whole.items()):
        places[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, last = len(content), max(whole)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        content += b"%010d 00000 n \n" % places.get(number, 0)
    return content + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, start)


def page(
    stream: bytes | None = None,
    box: bytes = b"[0 0 595 842]",
    font: Mapping[int, bytes] | None = None,
    image: Mapping[int, bytes] | None = None,
    extra: bytes = b"",
) -> dict[int, bytes]:
    """Objects 3 (page) and 4 (content); font and image begin with 10 and 20."""
    resources = b"<< /Font << /F 10 0 R >> /XObject << /I 20 0 R >> >>"
    return {
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %b /Contents 4 0 R /Resources %b %b >>"
        % (box, resources, extra),
        4: stream or squeezed([b" "]),
        10: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **(font or {}),
        **(image or {}),
    }


def text(letters: bytes) -> bytes:
    return b"BT /F 12 Tf 72 700 Td (%b) Tj ET" % letters


def repeated(piece: bytes, size: int) -> Iterable[bytes]:
    block = piece * (MEGABYTE // len(piece))
    return (block for _ in range(size // MEGABYTE))


def squeezed(content: Iterable[bytes], twice: bool = False, entries: bytes = b"") -> bytes:
    packer = zlib.compressobj(1 if twice else 9)
    packed = b"".join([*(packer.compress(block) for block in content), packer.flush()])
    filters = b"/FlateDecode"
    if twice:
        packed, filters = zlib.compress(packed, 9), b"/FlateDecode /FlateDecode"
    head = b"<< %b /Length %d /Filter [%b] >>" % (entries, len(packed), filters)
    return head + b" stream\n" + packed + b"\nendstream"


def huge_image() -> dict[int, bytes]:
    side = 35_000
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1"
        % (side, side)
    )
    return {20: squeezed(repeated(b"\xff", side * side // 8), twice=True, entries=entries)}


def circular_form() -> dict[int, bytes]:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /I 20 0 R >> >>"
    return {20: squeezed([b"/I Do /I Do"], entries=entries)}


def circle_previous() -> bytes:
    content = pdf({})
    start = content.rindex(b"startxref")
    place = content[start:].split()[1]
    return content[:start].replace(b"/Root", b"/Prev " + place + b" /Root") + content[start:]


def deep_tree(depth: int) -> dict[int, bytes]:
    nodes = {
        100 + level: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (101 + level) for level in range(depth)
    }
    return {2: b"<< /Type /Pages /Kids [100 0 R] /Count 1 >>", **nodes, 100 + depth: page()[3]}


def broken_font() -> dict[int, bytes]:
    return {
        10: b"<< /Type /Font /Subtype /TrueType /BaseFont /Broken /FirstChar 0 /LastChar 255 "
        b"/Widths [-1 1e30 (x)] /FontDescriptor 11 0 R /ToUnicode 12 0 R >>",
        11: b"<< /Type /FontDescriptor /FontName /Broken /Flags 4 /FontFile2 12 0 R >>",
        12: squeezed([b"\0\1\0\0\xff\xff" + b"glyfloca" * 1_000]),
    }


def circular_font() -> dict[int, bytes]:
    return {
        10: b"<< /Type /Font /Subtype /Type0 /BaseFont /C /Encoding 12 0 R /DescendantFonts [10 0 R] "
        b"/ToUnicode 12 0 R >>",
        12: squeezed(
            [b"/C usecmap 1 beginbfrange <00> <ffffffff> <0000> endbfrange"], entries=b"/UseCMap 12 0 R"
        ),
    }


def tiff(width: int, height: int) -> bytes:
    """A header that promises much, with a few bytes of deflated data."""
    data = zlib.compress(bytes(MEGABYTE))
    return b"II*\0" + struct.pack("<I", 8) + directory(width, height, len(data), following=0) + data


def circular_tiff() -> bytes:
    """A page whose successor is itself."""
    data = zlib.compress(b"\xff" * 100 * 100)
    return b"II*\0" + struct.pack("<I", 8) + directory(100, 100, len(data), following=8) + data


def directory(width: int, height: int, size: int, following: int) -> bytes:
    entries = [(256, width), (257, height), (258, 8), (259, 8), (262, 1), (277, 1), (278, height)]
    place = 8 + 2 + 12 * (len(entries) + 2) + 4
    entries += [(273, place), (279, size)]
    packed = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(entries))
    return struct.pack("<H", len(entries)) + packed + struct.pack("<I", following)


def jpeg(width: int, height: int) -> bytes:
    return (
        b"\xff\xd8\xff\xc2\0\x0b\x08"
        + struct.pack(">HH", height, width)
        + b"\1\1\x11\0\xff\xda\0\x08\1\1\0\0?\0"
        + bytes(64)
    )


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(MEGABYTE))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
