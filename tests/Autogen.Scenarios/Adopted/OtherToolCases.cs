using Autogen.Scenarios.Cases;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Adopted;

/// <summary>SQL as other tools write it.</summary>
internal static class OtherToolCases
{
    private const string Alembic =
        """
        CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
        CREATE TABLE users (id SERIAL NOT NULL, email VARCHAR NOT NULL, name VARCHAR(50), created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT now() NOT NULL, is_active BOOLEAN DEFAULT true NOT NULL, PRIMARY KEY (id), UNIQUE (email));
        CREATE INDEX ix_users_name ON users (name);
        CREATE TABLE posts (id SERIAL NOT NULL, user_id INTEGER, amount NUMERIC(10, 2), data JSON, PRIMARY KEY (id), FOREIGN KEY(user_id) REFERENCES users (id), CHECK (amount > 0));
        CREATE INDEX ix_posts_user_id ON posts (user_id);
        """;

    public static IEnumerable<AdoptedCase> All { get; } =
    [
        new("What Alembic's kind of SQL makes", Alembic, model => AlembicModel(model, isSerial: true))
        {
            Cosmetic = ["4 constraint names", "1 index name"],
            LeftAlone = ["UniqueConstraint users_email_key"],
            Unmanaged = ["alembic_version"],
        },
        new("What Alembic's kind of SQL makes, against identity columns", Alembic, model => AlembicModel(model, isSerial: false))
        {
            Significant = ["changed identity of column 'posts.id': serial -> identity by default", "changed identity of column 'users.id': serial -> identity by default"],
            Cosmetic = ["4 constraint names", "1 index name"],
            LeftAlone = ["UniqueConstraint users_email_key"],
            Unmanaged = ["alembic_version"],
        },
        new(
            "What Rails' kind of SQL makes",
            """
            CREATE TABLE schema_migrations (version character varying NOT NULL PRIMARY KEY);
            CREATE TABLE ar_internal_metadata (key character varying NOT NULL PRIMARY KEY, value character varying, created_at timestamp(6) NOT NULL, updated_at timestamp(6) NOT NULL);
            CREATE TABLE posts (id bigserial primary key, title character varying, body text, published boolean DEFAULT FALSE NOT NULL, created_at timestamp(6) NOT NULL);
            CREATE INDEX index_posts_on_title ON posts (title);
            """,
            model => model.SharedTypeEntity<Dictionary<string, object>>("posts", post =>
            {
                post.ToTable("posts");
                post.Property<long>("id").UseSerialColumn();
                post.HasKey("id");
                post.Property<string>("title").HasColumnType("character varying");
                post.Property<string>("body");
                post.Property<bool>("published");
                post.Property<DateTime>("created_at").HasColumnType("timestamp(6) without time zone");
                post.HasIndex("title");
            }))
        {
            Cosmetic = ["1 constraint name", "1 index name", "1 left-over default"],
            Unmanaged = ["ar_internal_metadata", "schema_migrations"],
        },
    ];

    private static void AlembicModel(ModelBuilder model, bool isSerial)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("users", user =>
        {
            user.ToTable("users");
            var id = user.Property<int>("id");
            if (isSerial)
                id.UseSerialColumn();
            user.HasKey("id");
            user.Property<string>("email").HasColumnType("varchar").IsRequired();
            user.Property<string>("name").HasMaxLength(50);
            user.Property<DateTime>("created_at").HasColumnType("timestamp").HasDefaultValueSql("now()");
            user.Property<bool>("is_active").HasDefaultValue(true);
            user.HasIndex("email").IsUnique();
            user.HasIndex(["name"], "ix_users_name");
        });
        model.SharedTypeEntity<Dictionary<string, object>>("posts", post =>
        {
            post.ToTable("posts", table => table.HasCheckConstraint("CK_posts_amount", "amount > 0"));
            var id = post.Property<int>("id");
            if (isSerial)
                id.UseSerialColumn();
            post.HasKey("id");
            post.Property<decimal?>("amount").HasColumnType("numeric(10,2)");
            post.Property<string>("data").HasColumnType("json");
            post.Property<int?>("user_id");
            post.HasOne("users", null).WithMany().HasForeignKey("user_id").OnDelete(DeleteBehavior.NoAction);
        });
    }
}
