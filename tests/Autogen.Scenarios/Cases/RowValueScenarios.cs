using System.Globalization;
using System.Text.Json;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Scenarios.Cases;

// case D1
// case D8

/// <summary>
/// Required columns that a table with rows gets, or that were not required: the rows get a value that EF Core reads through the property,
/// whatever its converter, its document or its type is.
/// </summary>
internal static class RowValueScenarios
{
    private enum State
    {
        Draft,
        Sent,
    }

    private enum Level : byte
    {
        High = 2,
        Low = 0,
    }

    [Flags]
    private enum Rights
    {
        Read = 1,
        Write = 2,
    }

    public static IEnumerable<Scenario> All { get; } =
    [
        .. Property<State>("an enum as a text", one => one.HasConversion<string>(), "Draft"),
        .. Property<Level>("an enum as a text, whose default is not its first member", one => one.HasConversion<string>(), "Low"),
        .. Property<Rights>("flags as a text", one => one.HasConversion<string>(), "0"),
        .. Property<State>(
            "an enum by words of its own",
            one => one.HasConversion(value => value == State.Sent ? "sent, it's" : "a draft", text => Parse(text)),
            "a draft"),
        .. Property<bool>("a truth value as Y or N", one => one.HasConversion(value => value ? "Y" : "N", text => YesOrNo(text)), "N"),
        .. Property<Guid>("a Guid as a text", one => one.HasConversion<string>(), "00000000-0000-0000-0000-000000000000"),
        .. Property<Guid>("a Guid as bytes", one => one.HasConversion<byte[]>()),
        .. Property<Version>("a version", one => one.HasConversion(value => value.ToString(), text => Version.Parse(text)), "0.0"),
        .. Property<Uri>("an address", _ => { }, ""),
        .. Property<DateTimeOffset>("a time as ticks", one => one.HasConversion<long>()),
        .. Property<DateTimeOffset>(
            "a time as a text",
            one => one.HasConversion(
                value => value.ToString("O", CultureInfo.InvariantCulture),
                text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture))),
        .. Property<TimeSpan>("a duration as ticks", one => one.HasConversion<long>(), "0"),
        .. Property<char>("a letter", _ => { }),
        .. Property<OrderId>("a strongly typed number", one => one.HasConversion(id => id.Value, value => new OrderId(value)), "0"),
        .. Property<Code>("a strongly typed text", one => one.HasConversion(id => id.Value, value => new Code(value)), ""),
        .. Property<Money>(
            "a document by a converter",
            one => one.HasConversion(value => Json(value), text => FromJson<Money>(text)),
            "{\"Amount\":0,\"Currency\":\"EUR\"}"),
        .. Property<List<string>>(
            "a list by a converter", one => one.HasConversion(value => Json(value), text => FromJson<List<string>>(text)), "[]"),
        .. Property<string[]>(
            "words with commas between", one => one.HasConversion(value => string.Join(',', value), text => text.Split(',')), ""),
        .. Property<State[]>("a list of enums", _ => { }),
        .. Property<List<int>>("a list of numbers", _ => { }),
        .. Property<decimal>("a price with a sentinel", one => one.HasSentinel(-1.5m)),
        .. Property<byte[]>("a row version of SQLite", one => one.IsConcurrencyToken()),
        .. Property<State>("an enum with a default", one => one.HasConversion<string>().HasDefaultValue(State.Sent), "Sent"),
        .. Documents(),
        .. Discriminators(),
    ];

    private static IEnumerable<Scenario> Documents()
    {
        yield return Document("a document that is owned", owner =>
        {
            owner.Ignore(one => one.Places).OwnsOne(one => one.Place, place => place.ToJson("dö\"c"));
            owner.Navigation(one => one.Place).IsRequired();
        });
        yield return Document(
            "a list of owned types", owner => owner.Ignore(one => one.Place).OwnsMany(one => one.Places, places => places.ToJson()));
        yield return Document(
            "a complex type in a document",
            owner => owner.Ignore(one => one.Places).ComplexProperty(one => one.Place, place => place.ToJson()));
        yield return Document(
            "a list of complex types",
            owner => owner.Ignore(one => one.Place).ComplexCollection(one => one.Places, places => places.ToJson()));
    }

    private static Scenario Document(string what, Action<EntityTypeBuilder<Owner>> build)
        => new(
            $"Rows get {what}",
            model => model.Entity<Owner>(owner => owner.ToTable("owners").Ignore(one => one.Place).Ignore(one => one.Places)),
            model => model.Entity<Owner>(owner => build(owner.ToTable("owners"))))
        {
            Populate = "INSERT INTO owners (\"Name\") VALUES ('a'), ('b')",
            Kept = "SELECT \"Id\", \"Name\" FROM owners ORDER BY 1",
        };

    private static IEnumerable<Scenario> Discriminators()
    {
        yield return Hierarchy("its own name", _ => { }, "SELECT \"Discriminator\" FROM \"Animals\"", "Animal");
        yield return Hierarchy(
            "a text",
            animal => animal.HasDiscriminator<string>("Kïnd").HasValue<Animal>("an 'animal'").HasValue<Cat>("cat"),
            "SELECT \"Kïnd\" FROM \"Animals\"",
            "an 'animal'");
        yield return Hierarchy(
            "a number",
            animal => animal.HasDiscriminator<int>("Kïnd").HasValue<Animal>(7).HasValue<Cat>(8),
            "SELECT \"Kïnd\" FROM \"Animals\"",
            "7");
        yield return Hierarchy(
            "an enum", animal => animal.HasDiscriminator<State>("Kïnd").HasValue<Animal>(State.Sent).HasValue<Cat>(State.Draft));
        yield return Hierarchy(
            "an enum by its name",
            animal =>
            {
                animal.Property<State>("Kïnd").HasConversion<string>();
                animal.HasDiscriminator<State>("Kïnd").HasValue<Animal>(State.Sent).HasValue<Cat>(State.Draft);
            },
            "SELECT \"Kïnd\" FROM \"Animals\"",
            "Sent");
        yield return Hierarchy(
            "a truth value", animal => animal.HasDiscriminator<bool>("Kïnd").HasValue<Animal>(true).HasValue<Cat>(false));
    }

    private static Scenario Hierarchy(string what, Action<EntityTypeBuilder<Animal>> build, string? query = null, string value = "")
        => new(
            $"Rows get the discriminator of their base type: {what}",
            model => model.Entity<Animal>(animal => animal.ToTable("Animals")),
            model =>
            {
                model.Entity<Animal>(animal =>
                {
                    animal.ToTable("Animals");
                    build(animal);
                });
                model.Entity<Cat>();
            })
        {
            Populate = "INSERT INTO \"Animals\" (\"Name\") VALUES ('x')",
            Kept = "SELECT \"Id\", \"Name\" FROM \"Animals\" ORDER BY 1",
            Afterwards = query is null ? null : (query, value),
        };

    private static IEnumerable<Scenario> Property<T>(string what, Action<PropertyBuilder<T>> build, string? expected = null)
    {
        void Map(ModelBuilder model, bool? isRequired) => model.Entity<Item<T>>(item =>
        {
            item.ToTable("items");
            if (isRequired is null)
            {
                item.Ignore(one => one.Value);
                return;
            }

            var property = item.Property(one => one.Value).HasColumnName("Vä\"l");
            build(property);
            if (!typeof(T).IsValueType)
                property.IsRequired(isRequired.Value);
        });

        (string, string)? afterwards = expected is null ? null : ("SELECT \"Vä\"\"l\" FROM items", expected);
        yield return new($"Rows get {what}", model => Map(model, isRequired: null), model => Map(model, isRequired: true))
        {
            Populate = "INSERT INTO items (\"Name\") VALUES ('x')",
            Kept = "SELECT \"Id\", \"Name\" FROM items ORDER BY 1",
            Afterwards = afterwards,
        };
        if (!typeof(T).IsValueType)
        {
            yield return new(
                $"Rows without one get {what}", model => Map(model, isRequired: false), model => Map(model, isRequired: true))
            {
                Populate = "INSERT INTO items (\"Name\") VALUES ('x')",
                Kept = "SELECT \"Id\", \"Name\" FROM items ORDER BY 1",
                Afterwards = afterwards,
            };
        }
    }

    private static State Parse(string text) => text switch
    {
        "a draft" => State.Draft,
        "sent, it's" => State.Sent,
        _ => throw new FormatException($"'{text}' is not a state."),
    };

    private static bool YesOrNo(string text) => text switch
    {
        "Y" => true,
        "N" => false,
        _ => throw new FormatException($"'{text}' is not Y or N."),
    };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, (JsonSerializerOptions?)null);

    private static T FromJson<T>(string text) => JsonSerializer.Deserialize<T>(text, (JsonSerializerOptions?)null)!;

    private sealed class Item<T>
    {
        public int Id { get; set; }

        public string? Name { get; set; }

        public T Value { get; set; } = default!;
    }

    private readonly record struct OrderId(long Value);

    private readonly record struct Code(string Value);

    private sealed class Money
    {
        public decimal Amount { get; set; }

        public string Currency { get; set; } = "EUR";
    }

    internal sealed class Owner
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public required Place Place { get; set; }

        public List<Place> Places { get; set; } = [];
    }

    internal sealed class Place
    {
        public required string Street { get; set; }

        public int Number { get; set; }
    }

    internal class Animal
    {
        public int Id { get; set; }

        public required string Name { get; set; }
    }

    internal sealed class Cat : Animal
    {
        public int Lives { get; set; }
    }
}
