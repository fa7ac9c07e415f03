"""The sums of money, what each of them is and for which year."""
