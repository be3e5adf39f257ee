-- Every extension with its version.
SELECT e.extname AS name, e.extversion AS version FROM pg_catalog.pg_extension e ORDER BY e.extname COLLATE "C";
