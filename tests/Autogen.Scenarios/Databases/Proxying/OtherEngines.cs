using System.Text.RegularExpressions;

namespace Autogen.Scenarios.Databases.Proxying;

/// <summary>
/// What engines that speak PostgreSQL's protocol reject, with the code and the words of each; for <see cref="WireProxy.Start"/>.
/// </summary>
public static partial class OtherEngines
{
    private const string NotSupported = "0A000";
    private const string UndefinedFunction = "42883";
    private const string UndefinedObject = "42704";
    private const string SyntaxError = "42601";

    private static readonly Refusal unknownSetting =
        new(UndefinedObject, "unrecognized configuration parameter \"client_connection_check_interval\"");

    /// <summary>
    /// YugabyteDB before 2025.1. https://github.com/yugabyte/yugabyte-db/issues/3642, https://github.com/yugabyte/yugabyte-db/issues/30248
    /// </summary>
    public static Refusal? YugabyteDb(string sql, TransactionContent content)
    {
        if (AdvisoryLock().IsMatch(sql))
            return new(NotSupported, "advisory locks are not yet implemented");
        if (LockTable().IsMatch(sql))
            return new(NotSupported, "ACCESS EXCLUSIVE not supported yet");
        return ConnectionCheck().IsMatch(sql) ? unknownSetting : null;
    }

    /// <summary>
    /// CockroachDB before 22.2. https://github.com/cockroachdb/cockroach/issues/13546,
    /// https://github.com/cockroachdb/cockroach/issues/40476, https://github.com/cockroachdb/cockroach/issues/46260
    /// </summary>
    public static Refusal? CockroachDb(string sql, TransactionContent content)
    {
        if (AdvisoryLock().Match(sql) is { Success: true } advisory)
            return new(UndefinedFunction, $"unknown function: {advisory.Value}()");
        if (SignalFunction().Match(sql) is { Success: true } signal)
            return new(UndefinedFunction, $"unknown function: {signal.Value}()");
        if (LockTable().IsMatch(sql))
            return new(SyntaxError, "at or near \"lock\": syntax error");
        if (SkipLocked().IsMatch(sql))
            return new(NotSupported, "unimplemented: SKIP LOCKED lock wait policy is not supported");
        if (TemporaryTable().IsMatch(sql))
            return new(NotSupported, "temporary tables are only supported experimentally");
        return ConnectionCheck().IsMatch(sql) ? unknownSetting : null;
    }

    /// <summary>
    /// Aurora DSQL.
    /// https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-postgresql-compatibility-unsupported-features.html,
    /// https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-ddl.html
    /// </summary>
    public static Refusal? AuroraDsql(string sql, TransactionContent content)
    {
        if (AdvisoryLock().Match(sql) is { Success: true } advisory)
            return new(NotSupported, $"function {advisory.Value} not supported");
        if (Setting().Match(sql) is { Success: true } setting)
            return new(NotSupported, $"setting configuration parameter \"{setting.Groups[1].Value}\" not supported");
        if (UnsupportedStatement().Match(sql) is { Success: true } statement)
            return new(NotSupported, $"unsupported statement: {statement.Value}");
        if (SkipLocked().IsMatch(sql))
            return new(NotSupported, "SKIP LOCKED is not supported");
        if (TemporaryTable().IsMatch(sql))
            return new(NotSupported, "temporary tables are not supported");
        if (TransactionContent.IsDdl(sql) && content.Ddl > 0)
            return new(NotSupported, "multiple ddl statements are not supported in a transaction");
        return (TransactionContent.IsDdl(sql) && content.Dml > 0) || (TransactionContent.IsDml(sql) && content.Ddl > 0)
            ? new(NotSupported, "ddl and dml are not supported in the same transaction")
            : null;
    }

    [GeneratedRegex(@"\bpg_(?:try_)?advisory_\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AdvisoryLock();

    [GeneratedRegex(@"\bpg_(?:cancel|terminate)_backend", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignalFunction();

    [GeneratedRegex(@"^LOCK\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LockTable();

    [GeneratedRegex(@"\bSKIP\s+LOCKED\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SkipLocked();

    [GeneratedRegex(@"^CREATE\s+(?:TEMP|TEMPORARY)\b|\bpg_temp\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TemporaryTable();

    [GeneratedRegex(@"^SET\b.*\bclient_connection_check_interval\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConnectionCheck();

    [GeneratedRegex(
        @"^SET\s+(?:LOCAL\s+|SESSION\s+)?(?!TRANSACTION|search_path|time)(\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(?:LOCK|SAVEPOINT|DO|VACUUM|TRUNCATE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnsupportedStatement();
}
