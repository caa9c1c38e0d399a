"""What every page stands on: hub, session, context, page, routes."""
