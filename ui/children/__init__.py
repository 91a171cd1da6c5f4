"""The roster of children: list, side panel, dossier, adding and transferring."""
