"""Command line of OpenSAKIP; each module is one command."""
