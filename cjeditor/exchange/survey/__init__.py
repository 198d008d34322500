"""Answers of surveys and durations of cases, from tables that other programs write."""
