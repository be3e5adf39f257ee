namespace Autogen.Fuzzing.Running;

/// <summary>Classes whose properties a model makes up; as many as a model has tables.</summary>
internal static class Bags
{
    private static readonly Type[] numbers =
    [
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(Int128),
        typeof(UInt128), typeof(float), typeof(double), typeof(decimal), typeof(Half)
    ];

    /// <summary>A class of its own for every number.</summary>
    public static Type Base(int number) => typeof(Bag<>).MakeGenericType(numbers[number]);

    /// <summary>The property that holds what belongs to it: <see cref="PartOf{TNumber}"/>.</summary>
    public const string Part = nameof(Bag<>.Part);

    /// <summary>The class of what belongs to it.</summary>
    public static Type PartType(int number) => typeof(PartOf<>).MakeGenericType(numbers[number]);

    /// <summary>The class that is derived from it.</summary>
    public static Type Derived(int number) => typeof(DerivedBag<>).MakeGenericType(numbers[number]);

#pragma warning disable S2326 // The parameter is what makes the classes different.
    private class Bag<TNumber> : Values
    {
        public PartOf<TNumber>? Part { get; set; }
    }

    private sealed class PartOf<TNumber> : Values;
#pragma warning restore S2326

    private class Values
    {
        private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

        public object? this[string name]
        {
            get => values.GetValueOrDefault(name);
            set => values[name] = value;
        }
    }

    private sealed class DerivedBag<TNumber> : Bag<TNumber>;
}
