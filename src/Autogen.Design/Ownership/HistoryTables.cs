using System.Collections.Frozen;
using Autogen.Schema.Objects;

namespace Autogen.Design.Ownership;

/// <summary>
/// Tables in which other tools keep what they have done to a database: by their default names, in whatever schema. They are not dropped,
/// even where tables that nobody knows are; to drop one would make the other tool do everything again.
/// </summary>
internal static class HistoryTables
{
    private static readonly FrozenSet<string> names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "__EFMigrationsHistory", "__EFMigrationsLock", "__MigrationHistory", // EF Core, EF 6
        "autogen_version", "autogen_log", "autogen_version_unfinished", "autogen_version_lock", "autogen_fleet", // this tool, elsewhere
        "alembic_version", "migrate_version", "aerich", // Python
        "django_migrations",
        "schema_migrations", "ar_internal_metadata", "schema_info", "data_migrations", // Rails, golang-migrate, dbmate, Sequel
        "flyway_schema_history", "schema_version", "databasechangelog", "databasechangeloglock", // Flyway, Liquibase
        "VersionInfo", "SchemaVersions", // FluentMigrator, DbUp
        "RoundhousE_Version", "evolve_changelog", "grate_version", // RoundhousE, Evolve, grate
        "knex_migrations", "knex_migrations_lock", "_prisma_migrations", "SequelizeMeta", "typeorm_metadata", // JavaScript
        "migrations", "pgmigrations", "__drizzle_migrations", "mikro_orm_migrations", // JavaScript
        "goose_db_version", "atlas_schema_revisions", "gorp_migrations", "gorm_migrations", // Go
        "_sqlx_migrations", "__diesel_schema_migrations", "seaql_migrations", "refinery_schema_history", // Rust
        "doctrine_migration_versions", "migration_versions", "phinxlog", // PHP
        "grdb_migrations", "room_master_table", "android_metadata", // mobile
        "sqitch_changes", "changelog"); // Sqitch, MyBatis

    /// <summary>Whether a table has such a name.</summary>
    public static bool Has(ObjectName table) => names.Contains(table.Name);
}
