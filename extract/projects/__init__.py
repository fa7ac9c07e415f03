"""The Maßnahmenarten and the projects under each."""
