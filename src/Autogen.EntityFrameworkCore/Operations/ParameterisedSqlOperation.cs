using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Operations;

/// <summary>A statement of SQL with parameters.</summary>
/// <param name="sql">The statement; <c>@name</c> is a parameter.</param>
/// <param name="parameters">The parameters by name, without the <c>@</c>.</param>
public sealed class ParameterisedSqlOperation(string sql, IReadOnlyList<SqlParameterValue> parameters) : MigrationOperation
{
    /// <summary>The statement.</summary>
    public string Sql { get; } = sql;

    /// <summary>The parameters.</summary>
    public IReadOnlyList<SqlParameterValue> Parameters { get; } = parameters;
}

/// <summary>The value of a parameter.</summary>
/// <param name="Name">Its name, without the <c>@</c>.</param>
/// <param name="Type">Its CLR type, which gives the store type where the value is <see langword="null"/>.</param>
/// <param name="Value">The value.</param>
public sealed record SqlParameterValue(string Name, Type Type, object? Value);
