"""What every page stands on: hub, context, page, routes."""
