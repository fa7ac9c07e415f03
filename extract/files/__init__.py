"""What lies in an archive: files, their pages, embedded text, and what waits on disk."""
