namespace Autogen.Testing;

/// <summary>
/// Marks the test of a fault that was found from outside; <c>tests/cases.txt</c> lists them. In a story the mark is a line
/// <c># case S1</c>, in a scenario a comment <c>// case S1</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class CaseAttribute(string name) : Attribute
{
    public string Name => name;
}
