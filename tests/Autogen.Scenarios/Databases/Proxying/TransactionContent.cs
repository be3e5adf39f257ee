using System.Text.RegularExpressions;

namespace Autogen.Scenarios.Databases.Proxying;

/// <summary>What the transaction of a session has run so far; a statement outside of a transaction block is one of its own.</summary>
public sealed partial class TransactionContent
{
    private bool isBlock;

    /// <summary>How many statements have changed the schema.</summary>
    public int Ddl { get; private set; }

    /// <summary>How many have changed rows.</summary>
    public int Dml { get; private set; }

    /// <summary>Whether a statement changes the schema.</summary>
    public static bool IsDdl(string sql) => DdlVerb().IsMatch(sql);

    /// <summary>Whether a statement changes rows.</summary>
    public static bool IsDml(string sql) => DmlVerb().IsMatch(sql);

    /// <summary>Counts a statement that the server gets.</summary>
    public void Add(string sql)
    {
        if (Begin().IsMatch(sql))
            isBlock = true;
        if (End().IsMatch(sql))
            isBlock = false;
        if (Begin().IsMatch(sql) || End().IsMatch(sql))
            (Ddl, Dml) = (0, 0);
        if (IsDdl(sql))
            Ddl++;
        if (IsDml(sql))
            Dml++;
    }

    /// <summary>Ends what is not a transaction block.</summary>
    public void Synchronize()
    {
        if (!isBlock)
            (Ddl, Dml) = (0, 0);
    }

    [GeneratedRegex(@"^(BEGIN|START\s+TRANSACTION)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begin();

    [GeneratedRegex(@"^(COMMIT|END|ROLLBACK|ABORT)\b(?!\s+TO\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"^(CREATE|ALTER|DROP|COMMENT|GRANT|REVOKE|TRUNCATE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DdlVerb();

    [GeneratedRegex(@"^(INSERT|UPDATE|DELETE|MERGE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DmlVerb();
}
