"""What one would write in an afternoon: every page as an image at 300 dpi, Tesseract, regular expressions.

    python benchmarks/obvious_script.py FOLDER

Only there to be compared with. Tesseract uses one core, as one worker of ours does.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pypdfium2
import pytesseract

DPI = 300
PATTERN = re.compile(r"[\d.]+,\d\d|\d\d\.\d\d\.\d{4}")


def main() -> None:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    found = 0
    for path in sorted(Path(sys.argv[1]).glob("*.pdf")):
        for page in pypdfium2.PdfDocument(path):
            image = page.render(scale=DPI / 72).to_pil()
            data = pytesseract.image_to_data(image, lang="deu", output_type=pytesseract.Output.DICT)
            found += len(PATTERN.findall(" ".join(data["text"])))
    print(found)


if __name__ == "__main__":
    main()
