-- Everything that a SQLite database stores of its schema: one query, whatever the number of tables.
-- The names, checks, expressions, filters and collations stand in the texts only, so they are read from there.
-- sqlite_master, not sqlite_schema: the latter name came with 3.33.
SELECT type, name, tbl_name, sql
FROM sqlite_master
WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' -- the engine's own: sqlite_sequence, sqlite_stat1, automatic indexes of constraints
  AND sql IS NOT NULL
ORDER BY type, name;
