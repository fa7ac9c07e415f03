"""What words and lines say by themselves, wherever they stand."""
