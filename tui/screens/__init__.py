"""The views of the explorer: each owns its state, asks the store, hands drawings to canvases."""
