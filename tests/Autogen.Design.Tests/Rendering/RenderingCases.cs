using Autogen.Design.Tests.Rendering.Cases;

namespace Autogen.Design.Tests.Rendering;

/// <summary>All golden files.</summary>
internal static class RenderingCases
{
    internal static IReadOnlyList<RenderingCase> All =>
    [
        .. MessageCases.All,
        .. TableCases.All,
        .. ColumnCases.All,
        .. ConstraintCases.All,
        .. IndexCases.All,
        .. DatabaseCases.All,
        .. StatementCases.All,
        .. DataCases.All,
        .. LiteralCases.All,
        .. NameCases.All,
    ];
}
