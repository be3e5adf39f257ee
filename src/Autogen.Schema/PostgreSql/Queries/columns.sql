-- Columns in the table's order. A serial's default is found by what it depends on, not by a name.
SELECT a.attrelid::bigint AS table_oid, a.attname AS name,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
       COALESCE(e.oid, t.oid)::bigint AS type_oid, COALESCE(e.typtype, t.typtype)::text AS type_kind,
       CASE WHEN pg_catalog.pg_type_is_visible(t.oid) AND tn.nspname <> 'pg_catalog' THEN tn.nspname END AS type_schema,
       CASE WHEN t.typtype = 'b' AND t.typelem = 0 AND tn.nspname <> 'pg_catalog'
            THEN (SELECT en.nspname
                  FROM pg_catalog.pg_opclass eo
                  JOIN pg_catalog.pg_amop ea ON ea.amopfamily = eo.opcfamily AND ea.amoplefttype = t.oid AND ea.amoprighttype = t.oid
                  JOIN pg_catalog.pg_operator e ON e.oid = ea.amopopr AND e.oprname = '='
                  JOIN pg_catalog.pg_namespace en ON en.oid = e.oprnamespace
                  WHERE eo.opcintype = t.oid AND eo.opcdefault
                  LIMIT 1) END AS equals_schema,
       NOT a.attnotnull AS is_nullable,
       CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) END AS default_text,
       CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) END AS generated_text,
       COALESCE(f.columns, '{}') AS used_columns,
       a.attgenerated = 's' AS is_stored,
       a.attidentity::text AS identity,
       s.seqrelid IS NOT NULL AND a.attidentity = '' AS is_serial,
       pg_catalog.format_type(s.seqtypid, NULL) AS sequence_type, s.relname AS sequence_name, s.relpersistence = 'u' AS sequence_is_unlogged,
       s.seqstart AS start, s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache, s.seqcycle AS is_cyclic,
       CASE WHEN a.attcollation <> t.typcollation THEN l.collname END AS collation,
       CASE WHEN NOT pg_catalog.pg_collation_is_visible(l.oid) THEN ln.nspname END AS collation_schema,
       d.description AS comment,
       COALESCE(u.dependents, '{}') AS dependents
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
LEFT JOIN LATERAL (
    SELECT q.*, sc.relname, sc.relpersistence
    FROM pg_catalog.pg_depend o
    JOIN pg_catalog.pg_sequence q ON q.seqrelid = o.objid
    JOIN pg_catalog.pg_class sc ON sc.oid = q.seqrelid
    WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.refclassid = 'pg_catalog.pg_class'::regclass
      AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum
      AND (o.deptype = 'i' OR (o.deptype = 'a' AND EXISTS (
          SELECT 1 FROM pg_catalog.pg_depend u
          WHERE u.classid = 'pg_catalog.pg_attrdef'::regclass AND u.objid = ad.oid
            AND u.refclassid = 'pg_catalog.pg_class'::regclass AND u.refobjid = q.seqrelid)
          AND pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) ~ '^nextval\('))
    ORDER BY q.seqrelid
    LIMIT 1) s ON true
LEFT JOIN (
    -- What generated columns are made of. Before 15 the column itself depends on the others, later its expression does.
    SELECT g.adrelid, g.adnum, array_agg(DISTINCT ga.attname::text) AS columns
    FROM (
        SELECT 'pg_catalog.pg_attrdef'::regclass AS classid, x.oid AS objid, 0 AS objsubid, x.adrelid, x.adnum
        FROM pg_catalog.pg_attrdef x
        UNION ALL
        SELECT 'pg_catalog.pg_class'::regclass, x.adrelid, x.adnum, x.adrelid, x.adnum
        FROM pg_catalog.pg_attrdef x
    ) g
    JOIN pg_catalog.pg_depend gd ON gd.classid = g.classid AND gd.objid = g.objid AND gd.objsubid = g.objsubid
    JOIN pg_catalog.pg_attribute ga ON ga.attrelid = gd.refobjid AND ga.attnum = gd.refobjsubid
    WHERE gd.refclassid = 'pg_catalog.pg_class'::regclass AND gd.refobjid = g.adrelid
      AND gd.refobjsubid > 0 AND gd.refobjsubid <> g.adnum
    GROUP BY g.adrelid, g.adnum) f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
LEFT JOIN pg_catalog.pg_description d
    ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
LEFT JOIN (
    -- What people made on a column: as long as it is there, the column can't be dropped, nor get another type.
    SELECT o.refobjid, o.refobjsubid, array_agg(DISTINCT x.what ORDER BY x.what) AS dependents
    FROM pg_catalog.pg_depend o
    JOIN (
        SELECT 'pg_catalog.pg_rewrite'::regclass AS classid, r.oid,
               CASE v.relkind WHEN 'v' THEN 'view ''' WHEN 'm' THEN 'materialised view ''' ELSE 'rule ''' || r.rulename || ''' on ''' END
               || CASE WHEN pg_catalog.pg_table_is_visible(v.oid) THEN '' ELSE vn.nspname || '.' END || v.relname || '''' AS what
        FROM pg_catalog.pg_rewrite r
        JOIN pg_catalog.pg_class v ON v.oid = r.ev_class
        JOIN pg_catalog.pg_namespace vn ON vn.oid = v.relnamespace
        UNION ALL
        SELECT 'pg_catalog.pg_policy'::regclass, p.oid, 'policy ''' || p.polname || ''' on ''' || pc.relname || ''''
        FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class pc ON pc.oid = p.polrelid
        UNION ALL
        SELECT 'pg_catalog.pg_trigger'::regclass, g.oid, 'trigger ''' || g.tgname || ''' on ''' || gc.relname || ''''
        FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class gc ON gc.oid = g.tgrelid
        WHERE NOT g.tgisinternal
    ) x ON x.classid = o.classid AND x.oid = o.objid
    WHERE o.refclassid = 'pg_catalog.pg_class'::regclass AND o.refobjsubid > 0
    GROUP BY o.refobjid, o.refobjsubid) u ON u.refobjid = a.attrelid AND u.refobjsubid = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum;
