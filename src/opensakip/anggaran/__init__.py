"""Budget ceilings on the planning tree, realisation, and the declared basis of efficiency."""
