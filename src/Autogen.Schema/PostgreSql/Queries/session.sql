-- What the names of the other queries are relative to, and the server's major version.
SELECT pg_catalog.current_schema() AS default_schema, pg_catalog.current_setting('server_version_num')::int / 10000 AS server_version;
