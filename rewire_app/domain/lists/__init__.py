"""The person's lists: values, ladder, crisis plan, patterns, worries, urges, kit."""
