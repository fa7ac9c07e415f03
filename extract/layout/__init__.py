"""From words to lines, blocks, sections and signature blocks, and what the reference data names there."""
