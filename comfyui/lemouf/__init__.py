"""The node classes of leMouf, and how they save what a cycle returns."""
