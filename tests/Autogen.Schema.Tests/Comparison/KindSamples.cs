using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Objects of every kind, made by reflection, so that a new kind is tested without a line for it.</summary>
internal static class KindSamples
{
    /// <summary>An object of that name, with something in all that its record demands; two variants differ where they can.</summary>
    public static object Of(Kind kind, string name, int variant = 0) => Make(RecordOf(kind), name, variant);

    /// <summary>Whether two objects of one name can differ: a member of the record is neither its name nor a hint.</summary>
    public static bool HasMoreThanItsName(Kind kind)
        => RecordOf(kind) is var record && record != typeof(string) && record.GetProperties().Any(property => property.CanWrite
            && !string.Equals(property.Name, "Name", StringComparison.Ordinal)
            && !(property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Hint<>)));

    private static Type RecordOf(Kind kind) => kind.GetType().GetGenericArguments()[0];

    private static object Make(Type type, string name, int variant)
        => type == typeof(string) ? name
            : type == typeof(ObjectName) ? new ObjectName(name)
            : type == typeof(StoreType) ? new StoreType("bigint")
            : type == typeof(bool) ? variant > 0
            : type == typeof(EquatableList<string>) ? new EquatableList<string>()
            : type.IsValueType ? Activator.CreateInstance(type)!
            : Construct(type, name, variant);

    private static object Construct(Type type, string name, int variant)
    {
        var longest = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        return longest.Invoke([.. longest.GetParameters().Select(parameter => Make(
            parameter.ParameterType,
            string.Equals(parameter.Name, "Name", StringComparison.Ordinal) ? name : $"value {variant}",
            variant))]);
    }
}
