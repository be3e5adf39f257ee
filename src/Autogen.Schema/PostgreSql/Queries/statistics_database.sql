-- The database. Its size is told to roles that may connect to it.
SELECT pg_catalog.current_database() AS name, pg_catalog.pg_database_size(pg_catalog.current_database()) AS bytes,
       pg_catalog.current_setting('server_version') AS version;
