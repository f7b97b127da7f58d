"""Printing: a ticket's content becomes dots, dots become bytes, and bytes are proven to be paper.

The way of a paper: its blocks -> `layout` -> `raster` (or `escpos_text`) -> `composer` -> `spooler`,
which speaks through `dialogue`, `demux` and a `transport` and judges by `evidence`.
"""
