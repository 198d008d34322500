"""The channels of the journey, and the stages beside the sales funnel."""
