"""Who concludes the agreement, and its title."""
