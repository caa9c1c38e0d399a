"""The person's encrypted database and its companion files; the only importer of SQLAlchemy and sqlcipher3."""
