"""How a whole archive is worked through: children, cluster, cache, state."""
