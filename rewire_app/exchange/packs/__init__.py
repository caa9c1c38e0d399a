"""Content packs as files: read within limits, checked in a process of its own, and made from a folder."""
