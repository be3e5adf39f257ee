using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Autogen.Scenarios.Running;

/// <summary>
/// An application over the years: the same entities, mapped in six ways one after the other, with rows of the first day. After each upgrade
/// and each downgrade EF Core must read what was written on that day, and save it as it is.
/// </summary>
/// <param name="options">The provider and an empty database.</param>
internal sealed class SixVersions(DbContextOptions options)
{
    private static readonly Version[] versions =
    [
        new() { Hierarchy = documents => documents.UseTphMappingStrategy() },
        new() { Hierarchy = documents => documents.UseTphMappingStrategy(), StoresNames = true, StoresTicks = true, HasRights = true },
        new() { Hierarchy = documents => documents.UseTptMappingStrategy(), StoresNames = true, StoresTicks = true, HasRights = true },
        new()
        {
            Hierarchy = documents => documents.UseTptMappingStrategy(), StoresNames = true, HasRights = true, HasJson = true,
            StoresLetters = true
        },
        new() { Hierarchy = documents => documents.UseTpcMappingStrategy(), HasRights = true, HasJson = true, StoresLetters = true },
        new()
        {
            Hierarchy = documents => documents.UseTphMappingStrategy(), HasJson = true, HasRights = true, StoresLetters = true,
            Customers = "die \"Kunden\" größe", IsSplit = true
        },
    ];

    private readonly RevisionWalk walk = new(options);

    /// <summary>Goes up, down and up again.</summary>
    /// <exception cref="ScenarioFailedException">Rows are lost, not readable, or others.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var written = "";
        for (var number = 0; number < versions.Length; number++)
        {
            var version = versions[number];
            var renames = number > 0 && version.Customers != versions[number - 1].Customers
                ? new[] { $"{versions[number - 1].Customers}={version.Customers}" }
                : [];
            await walk.AddAsync(version.Build, $"version{number + 1}", cancellationToken, renames);
            await walk.UpgradeAsync(version.Build, cancellationToken);
            if (number == 0)
                written = await WriteAsync(version, cancellationToken);
            await RequireAsync(version, written, $"the upgrade to version {number + 1}", cancellationToken);
        }

        for (var number = versions.Length - 2; number >= 0; number--)
        {
            await walk.DowngradeAsync(versions[number].Build, cancellationToken);
            await RequireAsync(versions[number], written, $"the downgrade to version {number + 1}", cancellationToken);
        }

        await walk.UpgradeAsync(versions[^1].Build, cancellationToken);
        await RequireAsync(versions[^1], written, "the upgrade from version 1 to version 6", cancellationToken);
    }

    private async Task<string> WriteAsync(Version version, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, version.Build);
        var anna = new Customer
        {
            Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            Name = "Anna",
            State = State.Active,
            Tags = ["a", "b'c"],
            Address = new Address { Street = "Große Straße 1", City = "Köln" },
        };
        var zoe = new Customer
        {
            Id = Guid.Empty,
            Name = "Zoë \"Z\"",
            State = State.Blocked,
            Notes = "pays late",
            Address = new Address { Street = "", City = "Zürich" },
        };
        context.AddRange(
            anna,
            zoe,
            new Document { Id = 1, Title = "plain", Age = TimeSpan.Zero, Amount = 0m },
            new Invoice { Id = 2, Title = "first", Age = TimeSpan.FromSeconds(90), Amount = 12.5m, Number = 7, Customer = anna },
            new Invoice { Id = 3, Title = "it's", Age = new TimeSpan(2, 3, 4, 5, 678), Amount = -1m, Number = 8, Customer = zoe },
            new Letter { Id = 4, Title = "open", Age = -TimeSpan.FromDays(1), Amount = 3m, IsOpen = true },
            new Letter { Id = 5, Title = "", Age = TimeSpan.FromTicks(10), Amount = 0.25m });
        await context.SaveChangesAsync(cancellationToken);
        return await ReadAsync(version, cancellationToken);
    }

    private async Task RequireAsync(Version version, string written, string after, CancellationToken cancellationToken)
    {
        await walk.RequireNothingLeftAsync(version.Build, after, cancellationToken);
        await new ReadableRows(options).RequireAsync(version.Build, after, cancellationToken);
        walk.RequireSame($"what EF Core reads after {after}", written, await ReadAsync(version, cancellationToken));
    }

    private async Task<string> ReadAsync(Version version, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, version.Build);
        var customers = await context.Set<Customer>().OrderBy(customer => customer.Name).ToListAsync(cancellationToken);
        var documents = await context.Set<Document>().OrderBy(document => document.Id).ToListAsync(cancellationToken);
        return string.Join('\n', [.. customers.Select(Text), .. documents.Select(Text)]);
    }

    private static string Text(Customer customer)
        => $"{customer.Id}|{customer.Name}|{customer.State}|{customer.Address.Street}|{customer.Address.City}|{customer.Notes}"
            + $"|{string.Join(',', customer.Tags)}";

    private static string Text(Document document)
        => string.Create(
            CultureInfo.InvariantCulture, $"{document.GetType().Name}|{document.Id}|{document.Title}|{document.Age}|{document.Amount:G29}")
            + document switch
            {
                Invoice invoice => $"|{invoice.Number}|{invoice.CustomerId}",
                Letter letter => $"|{letter.IsOpen}",
                _ => "",
            };

    /// <summary>How the entities are mapped.</summary>
    private sealed record Version
    {
        public required Action<EntityTypeBuilder<Document>> Hierarchy { get; init; }

        public string Customers { get; init; } = "Customers";

        public bool StoresNames { get; init; }

        public bool StoresTicks { get; init; }

        public bool StoresLetters { get; init; }

        public bool HasRights { get; init; }

        public bool HasJson { get; init; }

        public bool IsSplit { get; init; }

        public void Build(ModelBuilder model)
        {
            model.Entity<Customer>(Build);
            model.Entity<Document>(document =>
            {
                document.ToTable("Documents");
                document.Property(one => one.Id).ValueGeneratedNever();
                document.Property(one => one.Amount).HasPrecision(18, 2);
                if (StoresTicks)
                    document.Property(one => one.Age).HasConversion<long>();
                Hierarchy(document);
            });
            model.Entity<Invoice>().HasOne(invoice => invoice.Customer).WithMany().HasForeignKey(invoice => invoice.CustomerId);
            var isOpen = model.Entity<Letter>().Property(letter => letter.IsOpen);
            if (StoresLetters)
                isOpen.HasConversion(new BoolToStringConverter("N", "Y"));
        }

        private void Build(EntityTypeBuilder<Customer> customer)
        {
            customer.ToTable(Customers);
            if (IsSplit)
                customer.SplitToTable("Notes of customers", part => part.Property(one => one.Notes));
            if (StoresNames)
                customer.Property(one => one.State).HasConversion<string>();
            if (HasRights)
                customer.Property(one => one.Rights).HasConversion<string>();
            else
                customer.Ignore(one => one.Rights);
            customer.OwnsOne(one => one.Address, address =>
            {
                if (HasJson)
                    address.ToJson();
            });
            customer.Navigation(one => one.Address).IsRequired();
        }
    }

    private enum State
    {
        New,
        Active,
        Blocked = 10,
    }

    [Flags]
    private enum Rights
    {
        None,
        Read,
        Write,
    }

    private sealed class Customer
    {
        public Guid Id { get; set; }

        public string Name { get; set; } = "";

        public State State { get; set; }

        public Rights Rights { get; set; }

        public List<string> Tags { get; set; } = [];

        public string? Notes { get; set; }

        public Address Address { get; set; } = new();
    }

    private sealed class Address
    {
        public string Street { get; set; } = "";

        public string City { get; set; } = "";
    }

    private class Document
    {
        public int Id { get; set; }

        public string Title { get; set; } = "";

        public TimeSpan Age { get; set; }

        public decimal Amount { get; set; }
    }

    private sealed class Invoice : Document
    {
        public int Number { get; set; }

        public Guid? CustomerId { get; set; }

        public Customer? Customer { get; set; }
    }

    private sealed class Letter : Document
    {
        public bool IsOpen { get; set; }
    }
}
