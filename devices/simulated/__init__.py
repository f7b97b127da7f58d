"""The same ports without hardware, able to fail in every way the real ones can; part of the product."""
