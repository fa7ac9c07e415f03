"""How certain a value is, and what of the page is in no value."""
