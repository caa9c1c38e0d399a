"""Copies of the vault: made, listed, rotated, looked at, put back; and reading out a damaged one."""
