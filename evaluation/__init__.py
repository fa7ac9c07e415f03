"""How good the reading is: records held against gold, without flattery."""
