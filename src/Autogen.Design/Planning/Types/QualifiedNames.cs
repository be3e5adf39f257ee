using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Types;

/// <summary>Tells a qualified name from one with a full stop in it (<c>en_US.utf8</c> is one collation's name).</summary>
internal static class QualifiedNames
{
    /// <summary>The name, with a schema only if what precedes the first full stop is one of the diff's.</summary>
    public static ObjectName Split(PlanScope scope, string name)
    {
        var stop = name.IndexOf('.', StringComparison.Ordinal);
        if (stop <= 0)
            return new ObjectName(name);
        var schema = name[..stop];
        return scope.Diff.Current.Schemas.Concat(scope.Diff.Target.Schemas)
            .Append(scope.DefaultSchema)
            .Contains(schema, StringComparer.Ordinal)
            ? new ObjectName(schema, name[(stop + 1)..])
            : new ObjectName(name);
    }
}
