"""Where people meet the house: the command line, and what it says."""
