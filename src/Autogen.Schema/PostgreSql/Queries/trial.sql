-- Makes, for the session only, a function that runs a statement and says why it fails: the SQLSTATE, a space and the message; NULL where it does not. Of a scratch database only: what the statement calls is run.
CREATE FUNCTION pg_temp.autogen_trial(statement pg_catalog.text) RETURNS pg_catalog.text LANGUAGE plpgsql AS $body$
BEGIN
    EXECUTE statement;
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN pg_catalog.concat(SQLSTATE, ' '::pg_catalog.text, SQLERRM);
END
$body$
