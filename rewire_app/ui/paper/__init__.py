"""Blank worksheets on paper: blocks become pieces, pieces become pages, pages a PDF or a print."""
