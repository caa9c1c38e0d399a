"""The passes of exercises as a list, and one of them opened as a document, for the pages that show them."""
