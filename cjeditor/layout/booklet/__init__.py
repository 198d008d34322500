"""The pages of the tools on paper: one part of the booklet for each."""
