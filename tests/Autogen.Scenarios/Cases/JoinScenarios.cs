using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Many-to-many: EF Core's own joining table becomes a class, changes its key, its sides, its actions and its place.</summary>
internal static class JoinScenarios
{
    private const string Rows =
        "INSERT INTO \"Posts\" (\"Title\") VALUES ('p'); INSERT INTO \"Tags\" (\"Label\") VALUES ('t'); "
            + "INSERT INTO \"PostTag\" (\"PostsId\", \"TagsId\") VALUES (1, 1)";
    private const string Kept = "SELECT \"PostsId\", \"TagsId\" FROM \"PostTag\"";

    public static IEnumerable<Scenario> All { get; } =
    [
        Joined(
            "A joining table of EF Core's own becomes that of a class with other names",
            model => Join(model, "PostTaggings", "PostId", "TagId")) with
        {
            Renames = ["PostTag=PostTaggings", "PostTaggings.PostsId=PostId", "PostTaggings.TagsId=TagId"],
        },
        Joined(
            "A joining table gets a number for its key, a payload and a unique index over its sides",
            model => Join(model, "PostTag", "PostsId", "TagsId", isNumbered: true)),
        Joined(
            "The key of a joining table names its sides in another order",
            model => Join(model, "PostTag", "PostsId", "TagsId", isReversed: true)),
        Joined("A joining table moves to a schema, and its sides to two others", model =>
        {
            Implicit(model);
            model.Entity<Post>().ToTable("Posts", "blog");
            model.Entity<Tag>().ToTable("Tags", "Blog tags");
            model.Entity<Post>()
                .HasMany(post => post.Tags)
                .WithMany(tag => tag.Posts)
                .UsingEntity(join => join.ToTable("PostTag", "joins"));
        }) with
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["Posts=blog.Posts", "Tags=Blog tags.Tags", "PostTag=joins.PostTag"],
        },
        Joined("Two classes are joined a second time", model =>
        {
            Implicit(model);
            model.Entity<Post>().HasMany<Tag>().WithMany().UsingEntity("Suggested");
        }),
        new("Rows of the model of a joining table are kept and changed while it is renamed and gets a payload", model =>
        {
            Implicit(model);
            Seed(model);
            model.Entity<Post>()
                .HasMany(post => post.Tags)
                .WithMany(tag => tag.Posts)
                .UsingEntity(join => join.HasData(new { PostsId = 1, TagsId = 1 }, new { PostsId = 1, TagsId = 2 }));
        }, model =>
        {
            Join(model, "post_tags", "post_id", "tag_id", rows: [(1, 2, 3), (1, 3, 4)]);
            Seed(model);
        })
        {
            Renames = ["PostTag=post_tags", "post_tags.PostsId=post_id", "post_tags.TagsId=tag_id"],
            Kept = Kept + " ORDER BY 2",
            Afterwards = ("SELECT post_id, tag_id, weight FROM post_tags ORDER BY 2", "1|2|3\n1|3|4"),
        },
        new(
            "People who are joined with people get other names for both sides",
            model => Friends(model, null),
            model => Friends(model, ("friendships", "friend", "friend_of")))
        {
            Renames = ["HumanHuman=friendships", "friendships.FriendsId=friend", "friendships.FriendOfId=friend_of"],
            Populate =
                "INSERT INTO \"Humans\" (\"Name\") VALUES ('a'), ('b'); INSERT INTO \"HumanHuman\" (\"FriendsId\", "
                    + "\"FriendOfId\") VALUES (1, 2)",
            Kept = "SELECT \"FriendsId\", \"FriendOfId\" FROM \"HumanHuman\"",
            Afterwards = ("SELECT friend, friend_of FROM friendships", "1|2"),
        },
    ];

    private static Scenario Joined(string name, Action<ModelBuilder> target)
        => new(name, Implicit, target) { Populate = Rows, Kept = Kept };

    private static void Implicit(ModelBuilder model)
    {
        model.Entity<Post>().ToTable("Posts");
        model.Entity<Tag>().ToTable("Tags");
        model.Entity<Post>().HasMany(post => post.Tags).WithMany(tag => tag.Posts);
    }

    private static void Seed(ModelBuilder model)
    {
        model.Entity<Post>().HasData(new { Id = 1, Title = "p" });
        model.Entity<Tag>().HasData(new { Id = 1, Label = "a" }, new { Id = 2, Label = "b" }, new { Id = 3, Label = "c" });
    }

    private static void Join(
        ModelBuilder model,
        string table,
        string post,
        string tag,
        bool isNumbered = false,
        bool isReversed = false,
        params (int Post, int Tag, int Weight)[] rows)
    {
        Implicit(model);
        model.Entity<Post>().HasMany(one => one.Tags).WithMany(one => one.Posts).UsingEntity<Tagging>(
            right => right.HasOne<Tag>().WithMany().HasForeignKey(one => one.TagId).OnDelete(DeleteBehavior.Restrict),
            left => left.HasOne<Post>().WithMany().HasForeignKey(one => one.PostId).OnDelete(DeleteBehavior.Cascade),
            join =>
            {
                join.ToTable(table);
                join.Property(one => one.PostId).HasColumnName(post);
                join.Property(one => one.TagId).HasColumnName(tag);
                join.HasKey(isReversed ? ["TagId", "PostId"] : ["PostId", "TagId"]);
                if (isNumbered)
                {
                    join.Property<int>("Id").ValueGeneratedOnAdd();
                    join.HasKey("Id");
                    join.HasIndex("PostId", "TagId").IsUnique();
                    join.Property<DateTimeOffset>("Ät").HasDefaultValueSql("CURRENT_TIMESTAMP");
                    join.Property<string>("Note").IsRequired();
                }

                if (rows.Length == 0)
                    return;
                join.Property<int>("Weight").HasColumnName("weight").HasDefaultValue(7);
                join.HasData(rows.Select(row => new { PostId = row.Post, TagId = row.Tag, row.Weight }).ToArray());
            });
    }

    private static void Friends(ModelBuilder model, (string Table, string Friend, string FriendOf)? names) => model.Entity<Human>(human =>
    {
        human.ToTable("Humans");
        var both = human.HasMany(one => one.Friends).WithMany(one => one.FriendOf);
        if (names is not var (table, friend, friendOf))
            return;
        both.UsingEntity(
            table,
            right => right.HasOne(typeof(Human)).WithMany().HasForeignKey(friend),
            left => left.HasOne(typeof(Human)).WithMany().HasForeignKey(friendOf).OnDelete(DeleteBehavior.NoAction),
            join => join.HasKey(friendOf, friend));
    });

    internal sealed class Post
    {
        public int Id { get; set; }

        public required string Title { get; set; }

        public List<Tag> Tags { get; set; } = [];
    }

    internal sealed class Tag
    {
        public int Id { get; set; }

        public required string Label { get; set; }

        public List<Post> Posts { get; set; } = [];
    }

    internal sealed class Tagging
    {
        public int PostId { get; set; }

        public int TagId { get; set; }
    }

    internal sealed class Human
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public List<Human> Friends { get; set; } = [];

        public List<Human> FriendOf { get; set; } = [];
    }
}
