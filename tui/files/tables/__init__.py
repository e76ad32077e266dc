"""A dossier as tables that programs exchange, and back: the same keys as in TOML, a row for each table or claim.

stated    a value of the model -> the keys a file would state
cells     a value <-> the text of a cell, harmless in a spreadsheet
shapes    which columns there are: a claim, a report or a verdict per row
rows      reports and other tables -> rows; collecting: rows -> tables
writing   tables -> the TOML files a person would write
"""
