"""The front end: from files to articles."""
