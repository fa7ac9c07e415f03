"""Who signed, as what, for whom, where and when."""
