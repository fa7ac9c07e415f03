"""What an agreement is, and what is known about the field. Imports nothing else of ours."""
