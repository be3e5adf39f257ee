using System.Globalization;
using System.Text.RegularExpressions;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Values;

/// <summary>Guesses the form of a live column's values: by its type, by its values, and by what the model wants of them.</summary>
/// <param name="dialect">The database's dialect.</param>
/// <param name="wanted">The form that the model has.</param>
/// <param name="storage">The CLR type of the live store type; <see langword="null"/> where it is not known.</param>
/// <param name="observed">Values of the column, without NULL.</param>
/// <param name="target">The model's column.</param>
internal sealed class LiveForm(
    Dialect dialect, ValueForm wanted, Type? storage, IReadOnlyList<object> observed, Column target)
{
    private const int MostOthers = 3;

    /// <summary>The version of the engine, which may not be able to make the form that is wanted, or that of the downgrade.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The form.</summary>
    public ValueForm Guess()
    {
        var form = wanted.Kind switch
        {
            ValueKind.Unknown => Unknown(),
            ValueKind.Finite => new FiniteForms(dialect, wanted.Members, storage).Guess(observed),
            _ => OfType(),
        };
        if (form is not null && !(CanMake(wanted.Form) && CanMake(form.Form)))
            form = null;
        return (form ?? Unknown()) with { Others = Others(form).ToEquatableList(), IsObserved = observed.Count > 0 };
    }

    private bool CanMake(string form) => dialect.CanMake(wanted.Kind, form, EngineVersion);

    private static ValueForm Unknown() => new(ValueKind.Unknown);

    private IEnumerable<string> Others(ValueForm? form)
    {
        var others = form is { Kind: ValueKind.Finite } ? observed.Where(value => !FiniteForms.IsMember(form, Text(value)))
            : form is { Form: ValueForms.Text or ValueForms.UpperText or ValueForms.Digits } ? observed.Where(value => value is not string)
            : form is { Form.Length: > 0 } ? []
            : wanted.Kind == ValueKind.Finite ? observed
            : observed.Where(DoesNotFit);
        return others.Select(Shown).Order(StringComparer.Ordinal).Take(MostOthers);
    }

    // A text that is no number in a column of numbers, a number or text among bytes, bytes among others.
    private bool DoesNotFit(object value)
        => dialect.KeepsForeignValues && dialect.Affinity(target.Type) switch
        {
            AffinityKind.Number => value is byte[]
                || (value is string text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)),
            AffinityKind.Text => value is byte[],
            _ => value is not byte[],
        };

    private string Shown(object value)
        => value is string text ? dialect.StringLiteral(text.Length > 40 ? text[..40] + "…" : text)
            : value is byte[] bytes ? $"{bytes.Length} bytes" : Text(value);

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private ValueForm? OfType()
    {
        if (storage is null)
            return null;
        if (!dialect.KeepsForeignValues && storage != typeof(string) && storage != typeof(byte[]) && !IsNumber(storage))
            return IsNative(storage) ? new ValueForm(wanted.Kind, ValueForms.Native) : null;
        if (storage == typeof(byte[]))
            return wanted.Kind == ValueKind.Guid ? new ValueForm(wanted.Kind, ValueForms.Bytes) : null;
        if (storage == typeof(string))
            return wanted.Kind == ValueKind.Guid ? OfGuid() : OfTexts();
        return wanted.Kind switch
        {
            ValueKind.TimeSpan when IsInteger(storage) => new ValueForm(wanted.Kind, "ticks") { IsGuess = true },
            ValueKind.DateTime or ValueKind.DateTimeOffset when IsInteger(storage) => OfNumbers(),
            ValueKind.Decimal or ValueKind.Char or ValueKind.DateOnly when IsNumber(storage)
                => new ValueForm(wanted.Kind, ValueForms.Number),
            _ => null,
        };
    }

    // A day may be stored as a time, which is no day of the database's own.
    private bool IsNative(Type type) => wanted.Kind switch
    {
        ValueKind.Guid => type == typeof(Guid),
        ValueKind.TimeSpan => type == typeof(TimeSpan) || type == typeof(TimeOnly),
        ValueKind.DateTime or ValueKind.DateTimeOffset => type == typeof(DateTime) || type == typeof(DateTimeOffset),
        ValueKind.DateOnly => type == typeof(DateOnly),
        _ => false,
    };

    private ValueForm OfGuid()
    {
        var texts = observed.OfType<string>().ToList();
        var form = texts.Count == 0 ? dialect.KeepsForeignValues ? ValueForms.UpperText : ValueForms.Text
            : texts.TrueForAll(text => !text.Contains('-', StringComparison.Ordinal)) ? ValueForms.Digits
            : texts.Exists(text => text.Any(char.IsAsciiLetterUpper)) ? ValueForms.UpperText
            : ValueForms.Text;
        return new ValueForm(ValueKind.Guid, form);
    }

    // Of a text in another spelling the server's own cast makes more (a zone, a unit) than a conversion of EF Core's spelling would.
    private ValueForm? OfTexts()
    {
        var isSpelledByOthers = !dialect.KeepsForeignValues && wanted.Kind switch
        {
            ValueKind.DateTime => HasOther(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,7})?$"),
            ValueKind.DateTimeOffset => HasOther(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,7})?[+-]\d\d:\d\d$"),
            ValueKind.TimeSpan => HasOther(@"^-?(\d+\.)?\d\d:\d\d:\d\d(\.\d{1,7})?$"),
            ValueKind.DateOnly => HasOther(@"^\d{4}-\d\d-\d\d$"),
            _ => false,
        };
        return isSpelledByOthers ? null : new ValueForm(wanted.Kind, ValueForms.Text);
    }

    private bool HasOther(string pattern)
        => observed.OfType<string>().Any(
            text => !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)));

    // Times of the years 1973 to 5138, in each unit, are numbers of different size.
    private ValueForm OfNumbers()
    {
        var greatest = observed.Where(value => value is IConvertible and not string)
            .Select(value => Math.Abs(Convert.ToDouble(value, CultureInfo.InvariantCulture)))
            .DefaultIfEmpty(double.MaxValue)
            .Max();
        var form = greatest < 1e11 ? "Unix seconds"
            : greatest < 1e14 ? "Unix milliseconds"
            : greatest < 1e18 && wanted.Kind == ValueKind.DateTimeOffset ? "ticks"
            : ValueForms.Binary;
        return new ValueForm(wanted.Kind, form) { IsGuess = true };
    }

    private static bool IsInteger(Type type) => type == typeof(long) || type == typeof(int) || type == typeof(short);

    private static bool IsNumber(Type type)
        => IsInteger(type) || type == typeof(double) || type == typeof(float) || type == typeof(decimal);
}
