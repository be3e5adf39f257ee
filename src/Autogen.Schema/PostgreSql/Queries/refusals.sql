-- Makes, for the session only, a function that tries a statement and says why it fails: the SQLSTATE, a space and the message; NULL where it does not.
CREATE OR REPLACE FUNCTION pg_temp.autogen_refusal(statement text) RETURNS text LANGUAGE plpgsql AS $body$
BEGIN
    EXECUTE statement;
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END
$body$;
