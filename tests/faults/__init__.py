"""Faults put into writing and into building an index: killed, no room, disk errors, at every point there is."""
