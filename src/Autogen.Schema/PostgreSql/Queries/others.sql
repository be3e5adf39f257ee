-- What is there and never compared: by kind and name; what only a table can have by the table's name and its own. Nothing of an extension's.
-- A kind that is missing here is left out by "adopt" without a word: WalkTests has one of every kind.
WITH own AS (
    SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), members AS (
    SELECT d.classid, d.objid FROM pg_catalog.pg_depend d
    WHERE d.deptype = 'e' OR (d.deptype = 'i' AND d.classid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_cast'::regclass)) -- what comes with a range type
), tables AS (
    SELECT c.oid, n.nspname, c.relname, c.relrowsecurity
    FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_class'::regclass AND m.objid = c.oid)
), others AS (
    SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialised view' WHEN 'f' THEN 'foreign table' ELSE 'partition' END AS kind,
           n.nspname AS schema, c.relname::text AS name, NULL::text AS part
    FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace
    WHERE (c.relkind IN ('v', 'm', 'f') OR (c.relkind IN ('r', 'p') AND c.relispartition))
      AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_class'::regclass AND m.objid = c.oid)
    UNION ALL
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, n.nspname,
           p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', NULL
    FROM pg_catalog.pg_proc p JOIN own n ON n.oid = p.pronamespace
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_proc'::regclass AND m.objid = p.oid)
    UNION ALL
    SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'composite type' END, n.nspname, t.typname, NULL
    FROM pg_catalog.pg_type t JOIN own n ON n.oid = t.typnamespace LEFT JOIN pg_catalog.pg_class r ON r.oid = t.typrelid
    WHERE (t.typtype = 'd' OR (t.typtype = 'c' AND r.relkind = 'c'))
      AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_type'::regclass AND m.objid = t.oid)
    UNION ALL
    SELECT 'statistics object', n.nspname, s.stxname, NULL
    FROM pg_catalog.pg_statistic_ext s JOIN own n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT 'event trigger', NULL, e.evtname, NULL
    FROM pg_catalog.pg_event_trigger e
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_event_trigger'::regclass AND m.objid = e.oid)
    UNION ALL
    SELECT 'trigger', t.nspname, t.relname, g.tgname FROM tables t JOIN pg_catalog.pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal
    UNION ALL
    SELECT 'rule', t.nspname, t.relname, r.rulename FROM tables t JOIN pg_catalog.pg_rewrite r ON r.ev_class = t.oid
    UNION ALL
    SELECT 'policy', t.nspname, t.relname, p.polname FROM tables t JOIN pg_catalog.pg_policy p ON p.polrelid = t.oid
    UNION ALL
    SELECT 'exclusion constraint', t.nspname, t.relname, k.conname FROM tables t JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.contype = 'x'
    UNION ALL
    SELECT 'table with row security', t.nspname, t.relname, NULL FROM tables t WHERE t.relrowsecurity
    UNION ALL
    SELECT 'table that inherits', t.nspname, t.relname, NULL FROM tables t WHERE EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhrelid = t.oid)
    UNION ALL
    SELECT 'table with partitions', t.nspname, t.relname, NULL FROM tables t JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = t.oid
    UNION ALL
    SELECT 'table with forced row security', t.nspname, t.relname, NULL FROM tables t JOIN pg_catalog.pg_class c ON c.oid = t.oid WHERE c.relforcerowsecurity AND NOT c.relrowsecurity
    UNION ALL
    SELECT 'table of another owner', t.nspname, t.relname, NULL FROM tables t JOIN pg_catalog.pg_class c ON c.oid = t.oid WHERE pg_catalog.pg_get_userbyid(c.relowner) <> CURRENT_USER
    UNION ALL -- what stands on views, foreign tables and single partitions
    SELECT 'trigger', n.nspname, c.relname::text, g.tgname
    FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid AND (c.relkind IN ('v', 'f') OR c.relispartition) JOIN own n ON n.oid = c.relnamespace
    WHERE NOT g.tgisinternal AND COALESCE(pg_catalog.to_jsonb(g.*) ->> 'tgparentid', '0') = '0'
    UNION ALL
    SELECT 'rule', n.nspname, c.relname::text, r.rulename
    FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class AND (c.relkind IN ('v', 'f') OR c.relispartition) JOIN own n ON n.oid = c.relnamespace
    WHERE r.rulename::text <> '_RETURN'
    UNION ALL
    SELECT 'constraint of a partition', n.nspname, c.relname::text, k.conname
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid AND c.relispartition JOIN own n ON n.oid = c.relnamespace
    WHERE k.contype IN ('p', 'u', 'f', 'x', 'c') AND k.conparentid = '0'::oid AND k.conislocal AND k.coninhcount = 0
    UNION ALL
    SELECT 'index of a partition', n.nspname, c.relname::text, x.relname
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition JOIN pg_catalog.pg_class c ON c.oid = i.indrelid AND c.relispartition JOIN own n ON n.oid = c.relnamespace
    WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
    UNION ALL
    SELECT 'base type', n.nspname, t.typname::text, NULL
    FROM pg_catalog.pg_type t JOIN own n ON n.oid = t.typnamespace
    WHERE t.typtype = 'b' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type e WHERE e.typarray = t.oid) AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_type'::regclass AND m.objid = t.oid)
    UNION ALL
    SELECT 'operator', n.nspname, o.oprname::text || ' (' || CASE WHEN o.oprleft = '0'::oid THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END || ', ' || pg_catalog.format_type(o.oprright, NULL) || ')', NULL
    FROM pg_catalog.pg_operator o JOIN own n ON n.oid = o.oprnamespace
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_operator'::regclass AND m.objid = o.oid)
    UNION ALL
    SELECT 'operator class', n.nspname, o.opcname::text || ' USING ' || a.amname::text, NULL
    FROM pg_catalog.pg_opclass o JOIN own n ON n.oid = o.opcnamespace JOIN pg_catalog.pg_am a ON a.oid = o.opcmethod
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_opclass'::regclass AND m.objid = o.oid)
    UNION ALL
    SELECT 'operator family', n.nspname, f.opfname::text || ' USING ' || a.amname::text, NULL
    FROM pg_catalog.pg_opfamily f JOIN own n ON n.oid = f.opfnamespace JOIN pg_catalog.pg_am a ON a.oid = f.opfmethod
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_opfamily'::regclass AND m.objid = f.oid)
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_opclass o WHERE o.opcfamily = f.oid AND o.opcname = f.opfname) -- comes with its class
    UNION ALL
    SELECT 'text search configuration', n.nspname, x.cfgname::text, NULL FROM pg_catalog.pg_ts_config x JOIN own n ON n.oid = x.cfgnamespace
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_ts_config'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'text search dictionary', n.nspname, x.dictname::text, NULL FROM pg_catalog.pg_ts_dict x JOIN own n ON n.oid = x.dictnamespace
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_ts_dict'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'text search parser', n.nspname, x.prsname::text, NULL FROM pg_catalog.pg_ts_parser x JOIN own n ON n.oid = x.prsnamespace
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_ts_parser'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'text search template', n.nspname, x.tmplname::text, NULL FROM pg_catalog.pg_ts_template x JOIN own n ON n.oid = x.tmplnamespace
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_ts_template'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'conversion', n.nspname, x.conname::text, NULL FROM pg_catalog.pg_conversion x JOIN own n ON n.oid = x.connamespace
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_conversion'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'cast', NULL, '(' || pg_catalog.format_type(c.castsource, NULL) || ' AS ' || pg_catalog.format_type(c.casttarget, NULL) || ')', NULL
    FROM pg_catalog.pg_cast c
    WHERE c.oid >= '16384'::oid AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_cast'::regclass AND m.objid = c.oid)
    UNION ALL
    SELECT 'transform', NULL, pg_catalog.format_type(x.trftype, NULL), NULL FROM pg_catalog.pg_transform x
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_transform'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'language', NULL, x.lanname::text, NULL FROM pg_catalog.pg_language x
    WHERE x.oid >= '16384'::oid AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_language'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'access method', NULL, x.amname::text, NULL FROM pg_catalog.pg_am x
    WHERE x.oid >= '16384'::oid AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_am'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'foreign-data wrapper', NULL, x.fdwname::text, NULL FROM pg_catalog.pg_foreign_data_wrapper x
    WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_foreign_data_wrapper'::regclass AND m.objid = x.oid)
    UNION ALL
    SELECT 'foreign server', NULL, x.srvname::text, NULL FROM pg_catalog.pg_foreign_server x
    UNION ALL
    SELECT 'user mapping', NULL, x.srvname::text, COALESCE(pg_catalog.pg_get_userbyid(NULLIF(x.umuser, '0'::oid))::text, 'public') FROM pg_catalog.pg_user_mappings x
    UNION ALL
    SELECT 'publication', NULL, x.pubname::text, NULL FROM pg_catalog.pg_publication x
    UNION ALL
    SELECT 'subscription', NULL, x.subname::text, NULL FROM pg_catalog.pg_subscription x JOIN pg_catalog.pg_database d ON d.oid = x.subdbid WHERE d.datname = pg_catalog.current_database()
    UNION ALL
    SELECT 'database setting', NULL, pg_catalog.split_part(s.value, '=', 1) || COALESCE(' of ' || pg_catalog.pg_get_userbyid(NULLIF(x.setrole, '0'::oid))::text, ''), NULL
    FROM pg_catalog.pg_db_role_setting x JOIN pg_catalog.pg_database d ON d.oid = x.setdatabase CROSS JOIN LATERAL pg_catalog.unnest(x.setconfig) s(value)
    WHERE d.datname = pg_catalog.current_database()
    UNION ALL
    SELECT 'default privilege', n.nspname::text, pg_catalog.pg_get_userbyid(x.defaclrole)::text || ' ' || x.defaclobjtype::text, NULL
    FROM pg_catalog.pg_default_acl x LEFT JOIN pg_catalog.pg_namespace n ON n.oid = x.defaclnamespace
    UNION ALL
    SELECT 'security label', NULL, x.provider || ' ' || x.label, NULL FROM pg_catalog.pg_seclabel x
    UNION ALL -- by object and who has it; not the owner's own
    SELECT 'grant', g.schema, g.name, pg_catalog.string_agg(DISTINCT g.privilege, ', ' ORDER BY g.privilege) || ' to ' || COALESCE(pg_catalog.pg_get_userbyid(NULLIF(g.grantee, '0'::oid))::text, 'PUBLIC')
    FROM (SELECT n.nspname::text AS schema, c.relname::text AS name, a.privilege_type AS privilege, a.grantee
          FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
          WHERE a.grantee <> c.relowner AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_class'::regclass AND m.objid = c.oid)
          UNION ALL
          SELECT n.nspname::text, c.relname::text, a.privilege_type || ' (' || b.attname::text || ')', a.grantee
          FROM pg_catalog.pg_class c JOIN own n ON n.oid = c.relnamespace JOIN pg_catalog.pg_attribute b ON b.attrelid = c.oid CROSS JOIN LATERAL pg_catalog.aclexplode(b.attacl) a
          WHERE a.grantee <> c.relowner
          UNION ALL
          SELECT n.nspname::text, p.proname::text || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', a.privilege_type, a.grantee
          FROM pg_catalog.pg_proc p JOIN own n ON n.oid = p.pronamespace CROSS JOIN LATERAL pg_catalog.aclexplode(p.proacl) a
          WHERE a.grantee <> p.proowner AND a.grantee <> '0'::oid AND NOT EXISTS (SELECT 1 FROM members m WHERE m.classid = 'pg_catalog.pg_proc'::regclass AND m.objid = p.oid)
          UNION ALL
          SELECT n.nspname::text, t.typname::text, a.privilege_type, a.grantee
          FROM pg_catalog.pg_type t JOIN own n ON n.oid = t.typnamespace CROSS JOIN LATERAL pg_catalog.aclexplode(t.typacl) a
          WHERE a.grantee <> t.typowner AND a.grantee <> '0'::oid
          UNION ALL
          SELECT NULL, 'schema ' || n.nspname, a.privilege_type, a.grantee
          FROM own n JOIN pg_catalog.pg_namespace s ON s.oid = n.oid CROSS JOIN LATERAL pg_catalog.aclexplode(s.nspacl) a
          WHERE a.grantee <> s.nspowner AND (s.nspname::text <> 'public' OR a.grantee <> '0'::oid)) g
    GROUP BY g.schema, g.name, g.grantee
    UNION ALL -- those of tables and of what they need are made
    SELECT 'comment', n.nspname, t.typname::text, k.conname
    FROM pg_catalog.pg_description d JOIN pg_catalog.pg_constraint k ON k.oid = d.objoid JOIN pg_catalog.pg_type t ON t.oid = k.contypid JOIN own n ON n.oid = t.typnamespace
    WHERE d.classoid = 'pg_catalog.pg_constraint'::regclass
    UNION ALL
    SELECT 'comment', n.nspname, c.relname::text, a.attname
    FROM pg_catalog.pg_description d JOIN pg_catalog.pg_class c ON c.oid = d.objoid AND c.relkind = 'c' JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid JOIN own n ON n.oid = c.relnamespace
    WHERE d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid > 0
    UNION ALL
    SELECT 'comment', NULL, 'database ' || b.datname::text, NULL
    FROM pg_catalog.pg_shdescription d JOIN pg_catalog.pg_database b ON b.oid = d.objoid
    WHERE d.classoid = 'pg_catalog.pg_database'::regclass AND b.datname = pg_catalog.current_database()
)
SELECT kind, schema, name, part FROM others ORDER BY kind COLLATE "C", schema COLLATE "C" NULLS FIRST, name COLLATE "C", part COLLATE "C";
