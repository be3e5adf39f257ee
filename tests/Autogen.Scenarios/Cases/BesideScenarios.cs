using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>What people made by hand on a table that changes: it stays, and goes on working.</summary>
internal static class BesideScenarios
{
    private const string Function = "CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";

    public static IEnumerable<Scenario> All { get; } =
    [
        Beside("A view stands on a column and a table that are renamed", "CREATE VIEW v AS SELECT a, n FROM items", item =>
        {
            Renamed(item);
            item.ToTable("Thïngs");
        }) with { Renames = ["items=Thïngs", "items.a=b"], Afterwards = ("SELECT a, n FROM v ORDER BY n", "x|1\ny|2") },
        Beside(
            "A trigger stands on a column that is renamed and required",
            $"{Function} CREATE TRIGGER tr BEFORE UPDATE OF a ON items FOR EACH ROW WHEN (NEW.a <> '') EXECUTE FUNCTION touched()",
            item => Renamed(item, isRequired: true)) with
        {
            Renames = ["items.a=b"],
            Afterwards = ("SELECT pg_get_triggerdef(oid) LIKE '%UPDATE OF b%' FROM pg_trigger WHERE tgname = 'tr'", "True"),
        },
        Beside(
            "A trigger stands on a table of which a column's type changes",
            $"{Function} CREATE TRIGGER tr BEFORE UPDATE ON items FOR EACH ROW EXECUTE FUNCTION touched()",
            item => item.Property<long>("n")) with
        {
            Afterwards = ("SELECT count(*) FROM pg_trigger WHERE tgname = 'tr'", "1"),
        },
        Beside(
            "A policy stands on a column that is renamed",
            "ALTER TABLE items ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON items USING (a <> '')",
            item => Renamed(item)) with
        {
            Renames = ["items.a=b"],
            Afterwards = ("SELECT qual FROM pg_policies WHERE policyname = 'p'", "(b <> ''::text)"),
        },
        Beside("Privileges stay on a table that moves", "GRANT SELECT ON items TO PUBLIC", item => item.ToTable("items", "Sch ema")) with
        {
            Renames = ["items=Sch ema.items"],
            Afterwards =
                ("SELECT count(*) FROM information_schema.table_privileges WHERE table_name = 'items' AND grantee = 'PUBLIC'", "1"),
        },
        Beside(
            "An exclusion constraint and statistics stand on a column whose type changes",
            "ALTER TABLE items ADD CONSTRAINT ex EXCLUDE (n WITH =); CREATE STATISTICS st ON a, n FROM items",
            item => item.Property<long>("n")) with
        {
            Afterwards =
                (
                    "SELECT (SELECT count(*) FROM pg_constraint WHERE conname = 'ex') + (SELECT count(*) FROM pg_statistic_ext "
                        + "WHERE stxname = 'st')",
                    "2"),
        },
        Beside("A table inherits from one that gets a column and another type", "CREATE TABLE kid (extra int) INHERITS (items)", item =>
        {
            item.Property<string>("z").HasMaxLength(5);
            item.Property<string>("a").HasMaxLength(50);
        }) with { Afterwards = ("SELECT count(*) FROM pg_attribute WHERE attrelid = 'kid'::regclass AND attname = 'z'", "1") },
        Beside(
            "A table of others refers to one whose key is widened",
            "CREATE TABLE others (item int REFERENCES items (\"Id\")); INSERT INTO others VALUES (1)",
            item => item.Property<long>("Id")) with
        {
            Afterwards = ("SELECT count(*) FROM pg_constraint WHERE conrelid = 'others'::regclass AND contype = 'f'", "1"),
        },
        Beside(
            "A published table and a rule on it change",
            "CREATE PUBLICATION pub FOR TABLE items; CREATE RULE told AS ON DELETE TO items DO ALSO NOTIFY gone",
            item => item.Property<long>("n")) with
        {
            Afterwards =
                (
                    "SELECT (SELECT count(*) FROM pg_publication_tables WHERE tablename = 'items') + (SELECT count(*) FROM pg_rules "
                        + "WHERE rulename = 'told')",
                    "2"),
        },
    ];

    private static Scenario Beside(string name, string made, Action<Entity> target)
    {
        var scenario = Items(name, _ => { }, target).OnPostgreSql();
        return scenario with
        {
            Target = model => model.Map("items", item => Whole(item, target)),
            Populate = $"{scenario.Populate}; {made}"
        };
    }

    private static void Whole(Entity item, Action<Entity> build)
    {
        item.Property<int>("n");
        build(item);
        if (item.Metadata.FindProperty("b") is null)
            item.Property<string>("a");
    }

    private static void Renamed(Entity item, bool isRequired = false) => item.Property<string>("b").IsRequired(isRequired);
}
