using System.Globalization;
using Autogen.Messages;

namespace Autogen.EndToEnd.Tests.Output;

/// <summary>Differences as <c>diff</c> gets them from the engine.</summary>
internal static class SampleDiff
{
    private const string OldCheck = "CONSTRAINT \"ck_total\" CHECK (total > 0)";
    private const string NewCheck = "CONSTRAINT \"ck_total\" CHECK (total >= 0)";
    private const string LeftOver =
        "the model gives no default, and this one is what EF Core's migrations leave behind when they add a required column";

    /// <summary>One of everything.</summary>
    public static DiffResult Rich { get; } = new()
    {
        Command = "diff",
        Changes =
        [
            Change("added", "enum type", null, "mood", "added enum type 'mood' ('sad', 'ok')") with
            {
                After = "CREATE TYPE \"mood\" AS ENUM ('sad', 'ok')",
            },
            Change("removed", "table", null, "audit.Old Notes", "removed table 'audit.Old Notes'") with
            {
                Before = "CREATE TABLE \"audit\".\"Old Notes\" (\n"
                    + "    \"id\" integer NOT NULL,\n    CONSTRAINT \"pk\" PRIMARY KEY (\"id\")\n)",
            },
            Change(
                "added", "column", "customers", "loyalty", "added column 'customers.loyalty' integer NOT NULL, default 0") with
            {
                After = "\"loyalty\" integer NOT NULL DEFAULT 0",
            },
            Change("altered", "column", "customers", "name", "changed type of column 'customers.name': text -> varchar(80)") with
            {
                Before = "\"name\" text", After = "\"name\" varchar(80) NOT NULL\n-- comment: the full name",
            },
            Change("altered", "column", "customers", "name", "made column 'customers.name' required") with
            {
                Before = "\"name\" text", After = "\"name\" varchar(80) NOT NULL\n-- comment: the full name",
            },
            Change("removed", "column", "customers", "fax", "removed column 'customers.fax' text") with { Before = "\"fax\" text" },
            Change(
                "removed", "index", "customers", "ux_email", "removed unique index 'ux_email' on 'customers' ('email') where active") with
            {
                Before = "CREATE UNIQUE INDEX \"ux_email\" ON \"customers\" (\"email\") WHERE active",
            },
            Change("altered", "seed row", "customers", "id = 1", "changed values of seed row (id = 1) of 'customers': name 'a' -> 'b'"),
            Cosmetic(
                "constraint name", "only the constraint's name differs, and no revision gave it", "customers", "pk_customers",
                "renamed primary key 'customers_pkey' on 'customers' to 'pk_customers'"),
            Cosmetic("left-over default", LeftOver, "customers", "city", "removed default from column 'customers.city': ''"),
            Change("added", "table", null, "orders", "added table 'orders'") with
            {
                After = "CREATE TABLE \"orders\" (\n    \"id\" integer NOT NULL,\n    \"total\" numeric(10,2) NOT NULL\n)",
            },
            Change("altered", "check constraint", "payments", "ck_total", "changed expression of check constraint 'ck_total' on 'payments'")
                with { Before = OldCheck, After = NewCheck },
            Cosmetic("left-over default", LeftOver, "payments", "note", "removed default from column 'payments.note': ''"),
            Change("renamed", "table", null, "purchases", "renamed table 'bought' to 'purchases'"),
        ],
        Risks =
        [
            new RiskMessage("note", "table 'purchases' was partitioned by (id); it is made as a plain table") { Table = "purchases" },
            new RiskMessage("longLock", "writes to table 'customers' wait while index 'ix' is built") { Table = "customers" },
            new RiskMessage("dataLoss", "drops column 'customers.fax' and what is in it") { Table = "customers" },
            new RiskMessage("lostGuarantee", "drops unique index 'ux_email': 'customers' accepts equal values from then on")
            {
                Table = "customers"
            },
            new RiskMessage("dataLoss", "drops table 'audit.Old Notes' and all its rows") { Table = "audit.Old Notes" },
            new RiskMessage("mayFail", "fails if anything still uses range type 'span'"),
        ],
        Missing = [new MissingMessage("view", "totals", "entity 'Total'", "view 'totals' does not exist (entity 'Total')")],
        UnmanagedTables = ["legacy.a", "legacy.b"],
        HistoryTables = ["tenant1.autogen_log", "tenant1.autogen_version"],
        Script = "CREATE TYPE \"mood\" AS ENUM ('sad', 'ok');\n\nALTER TABLE \"customers\" DROP COLUMN \"fax\";\n",
    };

    /// <summary>As many tables as the number says: added ones, and changed ones with a danger.</summary>
    public static DiffResult Long(int tables) => new()
    {
        Command = "diff",
        Changes = [.. Numbers(tables).SelectMany(number => number.EndsWith('7')
            ? [
                Change("removed", "column", $"table_{number}", "old", $"removed column 'table_{number}.old' text") with
                {
                    Before = "\"old\" text",
                }
            ]
            : new[]
            {
                Change("added", "table", null, $"table_{number}", $"added table 'table_{number}'") with
                {
                    After = $"CREATE TABLE \"table_{number}\" (\n    \"id\" integer NOT NULL,\n    \"name\" text NOT NULL DEFAULT 'x',\n"
                        + $"    CONSTRAINT \"pk_table_{number}\" PRIMARY KEY (\"id\")\n)",
                },
            })],
        Risks = [.. Numbers(tables).Where(number => number.EndsWith('7')).Select(
            number => new RiskMessage("dataLoss", $"drops column 'table_{number}.old' and what is in it") { Table = $"table_{number}" })],
        UnmanagedTables = [.. Numbers(tables).Select(number => $"other_{number}")],
        HistoryTables = [.. Numbers(tables).Select(number => $"tenant_{number}.autogen_version")],
        Script = string.Concat(Numbers(tables).Select(number => $"CREATE TABLE \"table_{number}\" (\"id\" integer NOT NULL);\n")),
    };

    /// <summary>A difference in which every text of others is <paramref name="name"/>.</summary>
    public static DiffResult Named(string name) => new()
    {
        Command = "diff",
        Changes =
        [
            Change("added", "table", null, name, $"added table '{name}'") with
            {
                After = $"CREATE TABLE \"{name}\" (\n    \"{name}\" text\n)",
            },
            Change("removed", "column", "b", name, $"removed column 'b.{name}' text") with { Before = $"\"{name}\" text" },
            Cosmetic("constraint name", name, name, name, $"renamed key '{name}'"),
        ],
        Risks = [new RiskMessage("dataLoss", $"drops column 'b.{name}'") { Table = "b" }, new RiskMessage("note", $"'{name}' is large")],
        Missing = [new MissingMessage("view", name, name, $"view '{name}' does not exist")],
        UnmanagedTables = [name],
        HistoryTables = [name],
        Script = $"CREATE TABLE \"{name}\" ();\n",
    };

    /// <summary>A significant change.</summary>
    public static ChangeMessage Change(string action, string kind, string? table, string name, string text)
        => new(action, kind, table, name, text, Cosmetic: false, CosmeticKind: null, Reason: null);

    private static ChangeMessage Cosmetic(string kind, string reason, string table, string name, string text)
        => new("altered", "column", table, name, text, Cosmetic: true, kind, reason);

    private static IEnumerable<string> Numbers(int count)
        => Enumerable.Range(0, count).Select(number => number.ToString("000", CultureInfo.InvariantCulture));
}
