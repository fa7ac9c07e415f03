"""Where a table is, by its grid, its rules, its figures or its headings, and its rows and columns."""
