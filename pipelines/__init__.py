"""How data get in, become protected cells, and reach the joint zone."""
