"""From the picture of a page to its words: made ready, read by two engines, looked at again."""
