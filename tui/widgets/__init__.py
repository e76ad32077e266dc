"""Draws view data on the terminal and posts what is done to it; decides nothing."""
