"""What is around the folder of a profile and could harm it: programs that copy folders, and other people."""

from __future__ import annotations

import os
from pathlib import Path

_ROOTS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
}
"""How the folders of such programs are called, in small letters; " - " or " (" and more may follow."""

_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
}
"""Files and folders that such programs leave at the top of what they copy."""


def copied_by(folder: Path) -> str:
    """The program that copies `folder` to other places, as its name or a marker says; "" for none."""
    whole = folder.absolute()
    for part in whole.parts:
        name = part.casefold()
        for root, program in _ROOTS.items():
            if name == root or name.startswith((f"{root} - ", f"{root} (", f"{root}-")):
                return program
    home = Path.home()
    for place in (whole, *whole.parents):
        if place in (home, *home.parents):  # there lie settings of such programs, not what they copy
            break
        for marker, program in _MARKERS.items():
            if os.path.lexists(place / marker):
                return program
        if any(place.glob(".sync_*.db")) or any(place.glob("._sync_*.db")):
            return "Nextcloud"
    return ""


def belongs_to_another(path: Path) -> bool:
    """Whether `path` is there and somebody else's, where the system knows owners."""
    if not hasattr(os, "getuid"):
        return False
    try:
        return path.stat().st_uid != os.getuid()
    except OSError:
        return False
