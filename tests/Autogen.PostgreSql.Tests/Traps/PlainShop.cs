using Autogen.PostgreSql.Tests.Traps.Plain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.PostgreSql.Tests.Traps
{
    /// <summary>
    /// An application that names nothing on the search path: its types are words of SQL, its values constants. So whatever is looked up
    /// there is looked up by the tool.
    /// </summary>
    public sealed class PlainShop(string connectionString) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connectionString);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity("Country", country =>
            {
                country.Property<string>("Code").HasMaxLength(2);
                country.Property<string>("Name").HasMaxLength(20);
                country.HasKey("Code");
                country.HasData(new { Code = "de", Name = "D" }, new { Code = "fr", Name = "F" });
            });
            modelBuilder.Entity("Customer", customer =>
            {
                customer.Property<int>("Id").ValueGeneratedNever();
                customer.Property<string>("Note").HasMaxLength(50).IsRequired();
                customer.Property<bool>("IsOpen").HasDefaultValue(true);
                customer.HasOne("Country").WithMany().HasForeignKey("CountryCode");
                customer.HasIndex("Note").IsUnique();
            });
        }
    }
}

namespace Autogen.PostgreSql.Tests.Traps.Plain
{
    [Revision("plain0000001")]
    internal sealed class FirstPlain : Revision
    {
        public override void Upgrade(MigrationBuilder op)
        {
            op.CreateTable(
                "Country",
                table => new
                {
                    Code = table.Column<string>("character varying(2)"),
                    Name = table.Column<string>("character varying(20)", nullable: true),
                },
                constraints: table => table.PrimaryKey("PK_Country", row => row.Code));
            op.CreateTable(
                "Customer",
                table => new
                {
                    Id = table.Column<int>("integer"),
                    CountryCode = table.Column<string>("character varying(2)", nullable: true),
                },
                constraints: table => table.PrimaryKey("PK_Customer", row => row.Id));
            op.InsertData("Country", ["Code", "Name"], ["character varying(2)", "character varying(20)"], ["de", "D"]);
            op.InsertData("Customer", ["Id", "CountryCode"], [1, "de"]);

            // With types it counts as a row of the model that went: it is deleted before "Note" becomes unique.
            op.InsertData("Customer", ["Id", "CountryCode"], ["integer", "character varying(2)"], [2, "de"]);
        }

        public override void Downgrade(MigrationBuilder op)
        {
            op.DropTable("Customer");
            op.DropTable("Country");
        }
    }

    [Revision("plain0000002", Revises = "plain0000001")]
    internal sealed class SecondPlain : Revision
    {
        public override void Upgrade(MigrationBuilder op)
        {
            op.AddColumn<string>("Note", "Customer", "character varying(50)", nullable: true);
            op.Backfill("Customer", "Id", "\"Note\" = 'x'", batchSize: 1);
            op.Autocommit(outside => outside.Sql("CREATE INDEX CONCURRENTLY ix_note ON \"Customer\" (\"Note\")"));
        }

        public override void Downgrade(MigrationBuilder op)
        {
            op.DropIndex("ix_note", "Customer");
            op.DropColumn("Note", "Customer");
        }
    }
}
