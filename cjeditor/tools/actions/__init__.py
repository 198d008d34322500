"""The tool Actions: what is to be done, by whom, until when."""
