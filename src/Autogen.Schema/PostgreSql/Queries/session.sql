-- What the names of the other queries are relative to.
SELECT current_schema() AS default_schema;
