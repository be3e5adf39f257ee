using System.Globalization;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// Rows of the model whose key is another one, or is stored in another way: the same rows, told from each other by something else.
/// </summary>
internal static class SeedKeyScenarios
{
    private static readonly (string Name, Action<ModelBuilder> Build)[] keys =
    [
        ("a number", model => Words(model, _ => { }, Word(1, "en", "a"), Word(2, "de", "b", 1), Word(3, "fr", "c", 2))),
        ("a number and a language", model =>
            Words(model, word => word.HasKey("Id", "lang"), Word(1, "en", "a"), Word(2, "de", "b"), Word(2, "en", "b2"))),
        ("a language and a number", model =>
            Words(model, word => word.HasKey("lang", "Id"), Word(1, "en", "a"), Word(3, "fr", "c"), Word(1, "fr", "d"))),
        ("a word", model => Words(model, word => word.HasKey("word"), Word(1, "en", "a"), Word(3, "fr", "c"), Word(7, "fr", "d"))),
        ("a number, over a unique computed column", model => Words(model, word =>
        {
            word.Property<string>("both").HasComputedColumnSql("lang || '-' || word", stored: true);
            word.HasIndex("both").IsUnique();
        }, Word(1, "en", "b"), Word(2, "en", "a"))),
        ("a number, beneath foreign keys to itself", model => Words(model, word =>
        {
            word.HasOne("words", null).WithMany().HasForeignKey("up").OnDelete(DeleteBehavior.Restrict);
            word.HasIndex("lang", "up").IsUnique();
        }, Word(1, "de", "b", 2), Word(2, "en", "a"), Word(4, "en", "c", 2))),
    ];

    private static readonly (string Name, Action<PropertyBuilder<Identifier>> Convert)[] conversions =
    [
        ("a number", id => id.HasConversion(one => one.Value, number => new(number))),
        ("a text", id => id.HasConversion(one => "u" + one.Value.ToString(CultureInfo.InvariantCulture), _ => default)),
        ("digits of a fixed length", id => id.HasConversion(one => one.Value.ToString("0000", CultureInfo.InvariantCulture), _ => default)
            .HasMaxLength(8)
            .IsFixedLength()),
        ("a Guid", id => id.HasConversion(one => new Guid(one.Value, 0, 0, new byte[8]), _ => default)),
        ("bytes", id => id.HasConversion(one => BitConverter.GetBytes(one.Value), _ => default)),
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        .. from current in keys
           from target in keys
           where current.Name != target.Name
           select new Scenario($"Rows are told apart by {current.Name}, then by {target.Name}", current.Build, target.Build),
        .. from current in conversions
           from target in conversions
           where current.Name != target.Name
           select new Scenario(
               $"The identifier of rows that are referred to was {current.Name}, and is {target.Name}",
               model => Users(model, current.Convert),
               model => Users(model, target.Convert))
           {
               Unreadable = "the converters read nothing back",
           },
        new(
            "Rows of a joining table are told apart by both sides instead of a Guid",
            model => Joined(model, isNumbered: true),
            model => Joined(model, isNumbered: false)),
        new(
            "Rows of a joining table are told apart by a Guid instead of both sides",
            model => Joined(model, isNumbered: false),
            model => Joined(model, isNumbered: true)),
    ];

    private static Dictionary<string, object> Word(int id, string language, string word, int? up = null)
    {
        var row = Row(("Id", id), ("lang", language), ("word", word));
        if (up is { } parent)
            row["up"] = parent;
        return row;
    }

    private static void Words(ModelBuilder model, Action<Entity> build, params Dictionary<string, object>[] rows)
        => model.Map("words", word =>
        {
            word.Property<int>("Id").ValueGeneratedNever();
            word.Property<string>("lang").IsRequired().HasMaxLength(5);
            word.Property<string>("word").IsRequired();
            word.Property<int?>("up");
            build(word);
            word.HasData(rows);
        });

    private static void Users(ModelBuilder model, Action<PropertyBuilder<Identifier>> convert)
    {
        model.Entity<User>(user =>
        {
            user.ToTable("Users");
            convert(user.Property(one => one.Id).ValueGeneratedNever());
            user.Property(one => one.Code).HasMaxLength(10);
            user.HasAlternateKey(one => one.Code);
            user.HasData(new User { Id = new(1), Code = "a" }, new User { Id = new(2), Code = "b" });
        });
        model.Entity<Post>(post =>
        {
            post.ToTable("Posts");
            convert(post.Property(one => one.UserId));
            post.HasOne<User>().WithMany().HasForeignKey(one => one.UserId);
            post.HasData(new Post { Id = 1, UserId = new(2) });
        });
    }

    private static void Joined(ModelBuilder model, bool isNumbered)
    {
        model.Map("a", a => a.HasData(Row(("Id", 1)), Row(("Id", 2))));
        model.Map("b", b => b.HasData(Row(("Id", 1)), Row(("Id", 2))));
        model.SharedTypeEntity<Dictionary<string, object>>("ab", join =>
        {
            join.ToTable("ab");
            join.Property<int>("A");
            join.Property<int>("B");
            join.HasOne("a", null).WithMany().HasForeignKey("A");
            join.HasOne("b", null).WithMany().HasForeignKey("B");
            join.HasKey("A", "B");
            if (!isNumbered)
            {
                join.HasData(Row(("A", 1), ("B", 1)), Row(("A", 2), ("B", 1)));
                return;
            }

            join.Property<Guid>("Id");
            join.HasKey("Id");
            join.HasAlternateKey("A", "B");
            join.HasData(
                Row(("Id", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")), ("A", 1), ("B", 1)),
                Row(("Id", Guid.Parse("1f8fad5b-d9cb-469f-a165-70867728950e")), ("A", 2), ("B", 2)));
        });
    }

    internal readonly record struct Identifier(int Value);

    internal sealed class User
    {
        public Identifier Id { get; set; }

        public required string Code { get; set; }
    }

    internal sealed class Post
    {
        public int Id { get; set; }

        public Identifier UserId { get; set; }
    }
}
