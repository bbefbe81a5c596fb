"""The data steward's page: one organisation's own zone, in a process of its own.

It calls the flows that only the command line may call otherwise, and knows nothing of the joint zone.
"""
