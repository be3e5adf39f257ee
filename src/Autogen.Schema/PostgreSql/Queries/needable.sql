-- What tables may need and what is no table: a row an object, with what makes it. An id is the catalogue's oid and the object's.
-- Relations, enumerated types and all else that has a query of its own have no statement here. Nothing of an extension's, but the extension.
WITH own AS (
    SELECT n.oid, n.nspname::text AS nspname,
           CASE WHEN n.nspname = pg_catalog.current_schema() THEN '' ELSE pg_catalog.quote_ident(n.nspname::text) || '.' END AS prefix
    FROM pg_catalog.pg_namespace n
    WHERE n.nspname::text !~ '^pg_' AND n.nspname::text <> 'information_schema'
), members AS (
    SELECT d.classid, d.objid FROM pg_catalog.pg_depend d
    WHERE d.deptype = 'e' OR (d.deptype = 'i' AND d.classid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_cast'::regclass)) -- what comes with a range type
), objects AS (
    SELECT 'pg_catalog.pg_extension'::regclass::oid AS classid, e.oid, 'extension' AS kind, n.nspname::text AS schema, e.extname::text AS name, e.extname::text AS word,
           NULL::text AS create_sql, NULL::text AS drop_sql, NULL::text AS target, NULL::text AS body, NULL::text AS language
    FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname::text <> 'plpgsql'
    UNION ALL
    SELECT 'pg_catalog.pg_class'::regclass, c.oid, CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialised view' ELSE 'table' END, n.nspname, c.relname::text, c.relname::text, NULL, NULL,
           CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' || c.oid::regclass::text END, NULL, NULL
    FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT 'pg_catalog.pg_collation'::regclass, l.oid, 'collation', n.nspname, l.collname::text, l.collname::text, NULL, NULL, 'COLLATION ' || n.prefix || pg_catalog.quote_ident(l.collname::text), NULL, NULL
    FROM pg_catalog.pg_collation l JOIN own n ON n.oid = l.collnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::regclass, p.oid, CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, n.nspname,
           p.proname::text || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', p.proname::text,
           CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid)
                ELSE 'CREATE AGGREGATE ' || n.prefix || pg_catalog.quote_ident(p.proname::text) || '(' || COALESCE(NULLIF(pg_catalog.pg_get_function_arguments(p.oid), ''), '*') || ') ('
                     || pg_catalog.concat_ws(', ',
                         'SFUNC = ' || a.aggtransfn::text, 'STYPE = ' || pg_catalog.format_type(a.aggtranstype, NULL),
                         'SSPACE = ' || NULLIF(a.aggtransspace::text, '0'),
                         'FINALFUNC = ' || NULLIF(a.aggfinalfn::text, '-'), CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
                         CASE WHEN a.aggfinalfn::text <> '-' THEN 'FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE' ELSE 'READ_ONLY' END END,
                         'COMBINEFUNC = ' || NULLIF(a.aggcombinefn::text, '-'), 'SERIALFUNC = ' || NULLIF(a.aggserialfn::text, '-'), 'DESERIALFUNC = ' || NULLIF(a.aggdeserialfn::text, '-'),
                         'INITCOND = ' || pg_catalog.quote_literal(a.agginitval),
                         'MSFUNC = ' || NULLIF(a.aggmtransfn::text, '-'), 'MINVFUNC = ' || NULLIF(a.aggminvtransfn::text, '-'),
                         CASE WHEN a.aggmtransfn::text <> '-' THEN 'MSTYPE = ' || pg_catalog.format_type(a.aggmtranstype, NULL) END,
                         'MFINALFUNC = ' || NULLIF(a.aggmfinalfn::text, '-'), 'MINITCOND = ' || pg_catalog.quote_literal(a.aggminitval),
                         'SORTOP = ' || (SELECT 'OPERATOR(' || pg_catalog.quote_ident(sn.nspname::text) || '.' || so.oprname::text || ')'
                                         FROM pg_catalog.pg_operator so JOIN pg_catalog.pg_namespace sn ON sn.oid = so.oprnamespace WHERE so.oid = a.aggsortop),
                         CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
                         CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END)
                     || ')' END,
           'DROP ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' WHEN 'a' THEN 'AGGREGATE ' ELSE 'FUNCTION ' END
               || CASE WHEN p.prokind = 'a' THEN n.prefix || pg_catalog.quote_ident(p.proname::text) || '(' || COALESCE(NULLIF(pg_catalog.pg_get_function_identity_arguments(p.oid), ''), '*') || ')' ELSE p.oid::regprocedure::text END,
           CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' WHEN 'a' THEN 'AGGREGATE ' ELSE 'FUNCTION ' END
               || n.prefix || pg_catalog.quote_ident(p.proname::text) || '(' || CASE WHEN p.prokind = 'a' THEN COALESCE(NULLIF(pg_catalog.pg_get_function_identity_arguments(p.oid), ''), '*') ELSE pg_catalog.pg_get_function_identity_arguments(p.oid) END || ')',
           -- a body that is parsed (BEGIN ATOMIC) is known by its dependencies; so is one in C by its library
           CASE WHEN g.lanname::text NOT IN ('c', 'internal') AND (pg_catalog.to_jsonb(p.*) ->> 'prosqlbody') IS NULL AND p.prorettype NOT IN ('pg_catalog.trigger'::regtype, 'pg_catalog.event_trigger'::regtype) THEN p.prosrc END,
           g.lanname::text
    FROM pg_catalog.pg_proc p
    JOIN own n ON n.oid = p.pronamespace
    JOIN pg_catalog.pg_language g ON g.oid = p.prolang
    LEFT JOIN pg_catalog.pg_aggregate a ON a.aggfnoid::oid = p.oid
    UNION ALL
    SELECT 'pg_catalog.pg_type'::regclass, t.oid,
           CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'e' THEN 'enumerated type' WHEN 'r' THEN 'range type' ELSE 'composite type' END, n.nspname, t.typname::text, t.typname::text,
           CASE t.typtype
               WHEN 'd' THEN pg_catalog.concat_ws(' ',
                   'CREATE DOMAIN ' || n.prefix || pg_catalog.quote_ident(t.typname::text) || ' AS ' || pg_catalog.format_type(t.typbasetype, t.typtypmod),
                   (SELECT 'COLLATE ' || pg_catalog.quote_ident(ln.nspname::text) || '.' || pg_catalog.quote_ident(l.collname::text)
                    FROM pg_catalog.pg_collation l JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
                    WHERE l.oid = t.typcollation AND l.oid <> b.typcollation),
                   'DEFAULT ' || t.typdefault,
                   CASE WHEN t.typnotnull THEN 'NOT NULL' END,
                   (SELECT pg_catalog.string_agg('CONSTRAINT ' || pg_catalog.quote_ident(k.conname::text) || ' ' || pg_catalog.pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname::text COLLATE "C")
                    FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'))
               WHEN 'c' THEN 'CREATE TYPE ' || n.prefix || pg_catalog.quote_ident(t.typname::text) || ' AS (' || COALESCE((
                   SELECT pg_catalog.string_agg(
                       pg_catalog.quote_ident(b.attname::text) || ' ' || pg_catalog.format_type(b.atttypid, b.atttypmod)
                           || COALESCE((SELECT ' COLLATE ' || pg_catalog.quote_ident(ln.nspname::text) || '.' || pg_catalog.quote_ident(l.collname::text)
                                        FROM pg_catalog.pg_collation l JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_catalog.pg_type bt ON bt.oid = b.atttypid
                                        WHERE l.oid = b.attcollation AND l.oid <> bt.typcollation), ''), ', ' ORDER BY b.attnum)
                   FROM pg_catalog.pg_attribute b WHERE b.attrelid = t.typrelid AND b.attnum > 0 AND NOT b.attisdropped), '') || ')' END,
           CASE t.typtype WHEN 'd' THEN 'DROP DOMAIN ' WHEN 'c' THEN 'DROP TYPE ' END || n.prefix || pg_catalog.quote_ident(t.typname::text),
           CASE t.typtype WHEN 'd' THEN 'DOMAIN ' ELSE 'TYPE ' END || n.prefix || pg_catalog.quote_ident(t.typname::text),
           NULL, NULL
    FROM pg_catalog.pg_type t
    JOIN own n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_class r ON r.oid = t.typrelid
    WHERE t.typtype IN ('d', 'e', 'r') OR (t.typtype = 'c' AND r.relkind = 'c')
    UNION ALL
    SELECT 'pg_catalog.pg_ts_dict'::regclass, d.oid, 'text search dictionary', n.nspname, d.dictname::text, d.dictname::text,
           'CREATE TEXT SEARCH DICTIONARY ' || n.prefix || pg_catalog.quote_ident(d.dictname::text) || ' (TEMPLATE = ' || pg_catalog.quote_ident(tn.nspname::text) || '.' || pg_catalog.quote_ident(tm.tmplname::text)
               || COALESCE(', ' || d.dictinitoption, '') || ')',
           'DROP TEXT SEARCH DICTIONARY ' || n.prefix || pg_catalog.quote_ident(d.dictname::text), 'TEXT SEARCH DICTIONARY ' || n.prefix || pg_catalog.quote_ident(d.dictname::text), NULL, NULL
    FROM pg_catalog.pg_ts_dict d
    JOIN own n ON n.oid = d.dictnamespace
    JOIN pg_catalog.pg_ts_template tm ON tm.oid = d.dicttemplate
    JOIN pg_catalog.pg_namespace tn ON tn.oid = tm.tmplnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_config'::regclass, c.oid, 'text search configuration', n.nspname, c.cfgname::text, c.cfgname::text,
           'CREATE TEXT SEARCH CONFIGURATION ' || n.prefix || pg_catalog.quote_ident(c.cfgname::text) || ' (PARSER = ' || pg_catalog.quote_ident(pn.nspname::text) || '.' || pg_catalog.quote_ident(ps.prsname::text) || ')'
               || COALESCE((SELECT pg_catalog.string_agg(';' || E'\n' || 'ALTER TEXT SEARCH CONFIGURATION ' || n.prefix || pg_catalog.quote_ident(c.cfgname::text) || ' ADD MAPPING FOR ' || m.tokens || ' WITH ' || m.dictionaries, '' ORDER BY m.first)
                            FROM (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(g.alias), ', ' ORDER BY g.tokid) AS tokens, g.dictionaries, pg_catalog.min(g.tokid) AS first
                                  FROM (SELECT k.tokid, k.alias, (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(dn.nspname::text) || '.' || pg_catalog.quote_ident(td.dictname::text), ', ' ORDER BY m.mapseqno)
                                                         FROM pg_catalog.pg_ts_config_map m
                                                         JOIN pg_catalog.pg_ts_dict td ON td.oid = m.mapdict JOIN pg_catalog.pg_namespace dn ON dn.oid = td.dictnamespace
                                                         WHERE m.mapcfg = c.oid AND m.maptokentype = k.tokid) AS dictionaries
                                        FROM pg_catalog.ts_token_type(c.cfgparser) k) g
                                  WHERE g.dictionaries IS NOT NULL
                                  GROUP BY g.dictionaries) m), ''),
           'DROP TEXT SEARCH CONFIGURATION ' || n.prefix || pg_catalog.quote_ident(c.cfgname::text), 'TEXT SEARCH CONFIGURATION ' || n.prefix || pg_catalog.quote_ident(c.cfgname::text), NULL, NULL
    FROM pg_catalog.pg_ts_config c
    JOIN own n ON n.oid = c.cfgnamespace
    JOIN pg_catalog.pg_ts_parser ps ON ps.oid = c.cfgparser
    JOIN pg_catalog.pg_namespace pn ON pn.oid = ps.prsnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_operator'::regclass, o.oid, 'operator', n.nspname,
           o.oprname::text || ' (' || CASE WHEN o.oprleft = '0'::oid THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END || ', ' || pg_catalog.format_type(o.oprright, NULL) || ')', NULL,
           'CREATE OPERATOR ' || n.prefix || o.oprname::text || ' ('
               || pg_catalog.concat_ws(', ',
                   'FUNCTION = ' || o.oprcode::text,
                   'LEFTARG = ' || CASE WHEN o.oprleft <> '0'::oid THEN pg_catalog.format_type(o.oprleft, NULL) END,
                   'RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL),
                   'COMMUTATOR = ' || (SELECT 'OPERATOR(' || pg_catalog.quote_ident(xn.nspname::text) || '.' || x.oprname::text || ')' FROM pg_catalog.pg_operator x JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprcom),
                   'NEGATOR = ' || (SELECT 'OPERATOR(' || pg_catalog.quote_ident(xn.nspname::text) || '.' || x.oprname::text || ')' FROM pg_catalog.pg_operator x JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprnegate),
                   'RESTRICT = ' || NULLIF(o.oprrest::text, '-'), 'JOIN = ' || NULLIF(o.oprjoin::text, '-'),
                   CASE WHEN o.oprcanhash THEN 'HASHES' END, CASE WHEN o.oprcanmerge THEN 'MERGES' END) || ')',
           'DROP OPERATOR IF EXISTS ' || q.name, 'OPERATOR ' || q.name, NULL, NULL
    FROM pg_catalog.pg_operator o
    JOIN own n ON n.oid = o.oprnamespace
    CROSS JOIN LATERAL (SELECT n.prefix || o.oprname::text || ' (' || CASE WHEN o.oprleft = '0'::oid THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END || ', ' || pg_catalog.format_type(o.oprright, NULL) || ')' AS name) q
    WHERE o.oprcode::text <> '-'
    UNION ALL
    SELECT 'pg_catalog.pg_opclass'::regclass, o.oid, 'operator class', n.nspname, o.opcname::text || ' USING ' || m.amname::text, NULL,
           'CREATE OPERATOR CLASS ' || n.prefix || pg_catalog.quote_ident(o.opcname::text) || CASE WHEN o.opcdefault THEN ' DEFAULT' ELSE '' END || ' FOR TYPE ' || pg_catalog.format_type(o.opcintype, NULL)
               || ' USING ' || pg_catalog.quote_ident(m.amname::text) || ' AS ' || pg_catalog.concat_ws(', ',
                   (SELECT pg_catalog.string_agg('OPERATOR ' || ao.amopstrategy::text || ' ' || pg_catalog.quote_ident(xn.nspname::text) || '.' || x.oprname::text
                               || ' (' || pg_catalog.format_type(ao.amoplefttype, NULL) || ', ' || pg_catalog.format_type(ao.amoprighttype, NULL) || ')', ', ' ORDER BY ao.amopstrategy)
                    FROM pg_catalog.pg_amop ao JOIN pg_catalog.pg_operator x ON x.oid = ao.amopopr JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace
                    WHERE ao.amopfamily = o.opcfamily AND ao.amoplefttype = o.opcintype AND ao.amoppurpose = 's'),
                   (SELECT pg_catalog.string_agg('FUNCTION ' || ap.amprocnum::text || ' ' || ap.amproc::oid::regprocedure::text, ', ' ORDER BY ap.amprocnum)
                    FROM pg_catalog.pg_amproc ap WHERE ap.amprocfamily = o.opcfamily AND ap.amproclefttype = o.opcintype AND ap.amprocrighttype = o.opcintype),
                   CASE WHEN o.opckeytype <> '0'::oid THEN 'STORAGE ' || pg_catalog.format_type(o.opckeytype, NULL) END),
           'DROP OPERATOR FAMILY ' || pg_catalog.quote_ident(fn.nspname::text) || '.' || pg_catalog.quote_ident(f.opfname::text) || ' USING ' || pg_catalog.quote_ident(m.amname::text),
           'OPERATOR CLASS ' || n.prefix || pg_catalog.quote_ident(o.opcname::text) || ' USING ' || pg_catalog.quote_ident(m.amname::text), NULL, NULL
    FROM pg_catalog.pg_opclass o
    JOIN own n ON n.oid = o.opcnamespace
    JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod
    JOIN pg_catalog.pg_opfamily f ON f.oid = o.opcfamily AND f.opfname = o.opcname
    JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_cast'::regclass, c.oid, 'cast', NULL, q.name, NULL,
           'CREATE CAST ' || q.name || CASE c.castmethod WHEN 'f' THEN ' WITH FUNCTION ' || c.castfunc::regprocedure::text WHEN 'i' THEN ' WITH INOUT' ELSE ' WITHOUT FUNCTION' END
               || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END,
           'DROP CAST ' || q.name, 'CAST ' || q.name, NULL, NULL
    FROM pg_catalog.pg_cast c
    CROSS JOIN LATERAL (SELECT '(' || pg_catalog.format_type(c.castsource, NULL) || ' AS ' || pg_catalog.format_type(c.casttarget, NULL) || ')' AS name) q
    WHERE c.oid >= '16384'::oid -- those below are the server's own
)
SELECT o.classid::text || '.' || o.oid::text AS id, o.kind, o.schema, o.name, o.word, o.create_sql, o.drop_sql, o.body, o.language,
       'COMMENT ON ' || o.target || ' IS ' || pg_catalog.quote_literal(d.description) AS comment_sql,
       -- whether whoever wrote it may do what the connected role may do anyway
       COALESCE(w.owner = u.oid OR w.owner = b.datdba OR w.rolsuper, true) AS is_trusted
FROM objects o
JOIN pg_catalog.pg_roles u ON u.rolname = CURRENT_USER
JOIN pg_catalog.pg_database b ON b.datname = pg_catalog.current_database()
LEFT JOIN LATERAL (
    SELECT r.oid AS owner, r.rolsuper
    FROM pg_catalog.pg_roles r
    WHERE r.oid = COALESCE((SELECT c.relowner FROM pg_catalog.pg_class c WHERE o.classid = 'pg_catalog.pg_class'::regclass AND c.oid = o.oid),
                           (SELECT p.proowner FROM pg_catalog.pg_proc p WHERE o.classid = 'pg_catalog.pg_proc'::regclass AND p.oid = o.oid),
                           (SELECT t.typowner FROM pg_catalog.pg_type t WHERE o.classid = 'pg_catalog.pg_type'::regclass AND t.oid = o.oid))) w ON true
LEFT JOIN pg_catalog.pg_description d ON d.classoid = o.classid AND d.objoid = o.oid AND d.objsubid = 0
WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = o.classid AND m.objid = o.oid)
ORDER BY o.kind COLLATE "C", o.schema COLLATE "C" NULLS FIRST, o.name COLLATE "C";
