"""Tests of content packs as files."""
