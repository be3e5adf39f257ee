using Autogen.PostgreSql.Tests.Traps.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.PostgreSql.Tests.Traps
{
    /// <summary>An application with one of each kind of object, of which its revisions lack some.</summary>
    public sealed class TrappedShop(string connectionString) : DbContext
    {
        public enum Mood
        {
            Ok,
            Sad,
        }

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseNpgsql(connectionString, npgsql => npgsql.MapEnum<Mood>("mood")).EnableServiceProviderCaching(false);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.HasSequence<long>("numbers").StartsAt(5);
            modelBuilder.HasCollation("sorted", "und-x-icu", "icu", deterministic: false);
            modelBuilder.Entity("Customer", customer =>
            {
                customer.Property<int>("Id");
                customer.Property<string>("Name").HasMaxLength(50).HasDefaultValue("x").HasComment("The name");
                customer.Property<string>("Code").HasMaxLength(9);
                customer.Property<long>("Number").HasDefaultValueSql("nextval('numbers'::regclass)");
                customer.Property<string[]>("Tags").HasDefaultValueSql("'{}'::text[]");
                customer.Property<string>("Upper").HasComputedColumnSql("upper(\"Code\"::text)", stored: true);
                customer.Property<DateTime>("Made").HasDefaultValueSql("now()");
                customer.HasIndex("Name", "Id").IsDescending(true, false).HasFilter("\"Id\" > 3");
                customer.HasIndex("Code").IsUnique();
                customer.ToTable("Customer", table => table.HasCheckConstraint("CK_id", "\"Id\" > 0"));
                customer.HasData(
                    new { Id = 1, Name = "a", Code = "A", Number = 1L, Tags = Array.Empty<string>(), Made = DateTime.UnixEpoch });
            });
            modelBuilder.Entity("Country", country =>
            {
                country.Property<string>("Code").HasMaxLength(2);
                country.Property<string>("Name").HasMaxLength(20);
                country.HasKey("Code");
                country.HasData(new { Code = "de", Name = "D" }, new { Code = "fr", Name = "F" });
            });
            modelBuilder.Entity("Order", order =>
            {
                order.Property<int>("Id");
                order.Property<int>("CustomerId");
                order.Property<Mood>("Mood").HasDefaultValue(Mood.Ok);
                order.Property<string>("Note").HasDefaultValue("none");
                order.HasOne("Customer").WithMany().HasForeignKey("CustomerId");
            });
        }
    }
}

namespace Autogen.PostgreSql.Tests.Traps.Revisions
{
    [Revision("trapped00001")]
    internal sealed class FirstTrapped : Revision
    {
        public override void Upgrade(MigrationBuilder op)
        {
            op.Sql("CREATE TYPE mood AS ENUM ('ok', 'sad')");
            op.Sql("CREATE SEQUENCE numbers START 5");
            op.CreateTable(
                "Customer",
                table => new
                {
                    Id = table.Column<int>("integer").Annotation(
                        "Npgsql:ValueGenerationStrategy",
                        Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>("character varying(40)", comment: "Name", defaultValue: "y"),
                    Code = table.Column<string>("character varying(9)"),
                    Made = table.Column<DateTime>("timestamp with time zone", defaultValueSql: "now()"),
                    Serial = table.Column<int>("serial"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customer", row => row.Id);
                    table.CheckConstraint("CK_id", "\"Id\" > 1");
                });
            op.CreateTable(
                "Country",
                table => new { Code = table.Column<string>("character varying(2)"), Name = table.Column<string>("text", nullable: true) },
                constraints: table => table.PrimaryKey("PK_Country", row => row.Code));
            op.InsertData("Country", ["Code", "Name"], ["character varying(2)", "text"], ["de", "DE"]);
            op.CreateIndex("IX_Customer_Name", "Customer", "Name", filter: "\"Id\" > 2");
            op.Sql(
                "CREATE TABLE \"Other\" (id integer PRIMARY KEY, code varchar(9) UNIQUE, during tsrange, "
                    + "EXCLUDE USING gist (during WITH OPERATOR(pg_catalog.&&)))");
            op.Sql("CREATE VIEW seen AS SELECT id FROM \"Other\"");
        }

        public override void Downgrade(MigrationBuilder op)
        {
            op.Sql("DROP VIEW seen");
            op.DropTable("Other");
            op.DropTable("Country");
            op.DropTable("Customer");
            op.Sql("DROP SEQUENCE numbers");
            op.Sql("DROP TYPE mood");
        }
    }

    [Revision("trapped00002", Revises = "trapped00001")]
    internal sealed class SecondTrapped : Revision
    {
        public override void Upgrade(MigrationBuilder op)
        {
            op.Sql("INSERT INTO \"Customer\" (\"Id\", \"Code\") VALUES (2, 'a'), (3, 'b'), (4, 'c')");
            op.AddColumn<int>("Total", "Customer", "integer", nullable: true);
            op.Backfill("Customer", "Id", "\"Total\" = 1", batchSize: 2);
            op.Backfill("Customer", "Code", "\"Total\" = 2", batchSize: 2);
            op.Autocommit(outside => outside.Sql("CREATE INDEX CONCURRENTLY ix_total ON \"Customer\" (\"Total\")"));
            op.Run(async (connection, cancellationToken) =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT 1";
                await command.ExecuteScalarAsync(cancellationToken);
            });
        }

        public override void Downgrade(MigrationBuilder op)
        {
            op.Autocommit(outside => outside.Sql("DROP INDEX CONCURRENTLY ix_total"));
            op.DropColumn("Total", "Customer");
            op.Sql("DELETE FROM \"Customer\"");
        }
    }
}
