-- The connected database: pg_database_size needs the right to connect, which this session has.
SELECT pg_catalog.current_database() AS name, pg_catalog.pg_database_size(pg_catalog.current_database()) AS bytes,
       pg_catalog.current_setting('server_version') AS version;
