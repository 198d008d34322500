"""What a good map has and this one lacks, and how far the workshop has come."""
