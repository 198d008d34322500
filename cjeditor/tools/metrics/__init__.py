"""The page of metrics: how each stands, its figures, and the answers that make figures."""
