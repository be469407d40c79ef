"""The command line; the only door to click and to the disk."""
