using Autogen.Testing;

namespace Autogen.Schema.Tests;

[Case("S5")]
[Case("S7")]
public class RedactionTests
{
    [Theory]
    [InlineData("Can't use Host=h;Password=sad;Database=d now", "Can't use Host=h;Password=***;Database=d now")]
    [InlineData(
        "'Host=h;Username=u;Password=sad' is wrong. Try again; then stop",
        "'Host=h;Username=u;Password=***' is wrong. Try again; then stop")]
    [InlineData("Host=h;Password=a b: refused", "Host=h;Password=***: refused")]
    [InlineData("Host=h;Password=it's;Port=1", "Host=h;Password=***;Port=1")]
    [InlineData("Host=h;Password=\"a;b\"\"c\";Port=1", "Host=h;Password=***;Port=1")]
    [InlineData("Host=h;Password='a;b''c';Port=1", "Host=h;Password=***;Port=1")]
    [InlineData("Host=h;Password=\"a;b", "Host=h;Password=***")]
    [InlineData("Password=a;b;Host=h", "Password=***;Host=h")]
    [InlineData("PWD = x;Server=s", "PWD = ***;Server=s")]
    [InlineData("SSL Password=x;Password=y", "SSL Password=***;Password=***")]
    [InlineData("SELECT f('Host=h;Password=''a;\"b'';Port=1')", "SELECT f('Host=h;Password=***;Port=1')")]
    [InlineData("SELECT f('Host=h;Password=it''s;Port=1')", "SELECT f('Host=h;Password=***;Port=1')")]
    [InlineData("host=h password=sad user=u", "host=h password=*** user=u")]
    [InlineData("host=h password='s a\\'d' user=u", "host=h password=*** user=u")]
    [InlineData("PGPASSWORD=x psql -c '1'", "PGPASSWORD=*** psql -c '1'")]
    [InlineData("ConnectionStrings__X=Host=h;Password=x\nnext line", "ConnectionStrings__X=Host=h;Password=***\nnext line")]
    [InlineData("{\"Password\": \"a\\\"b\", \"x\": 1}", "{\"Password\": ***, \"x\": 1}")]
    [InlineData("postgresql://u:sad@h:5432/d is down", "postgresql://u:***@h:5432/d is down")]
    [InlineData("postgres://u:p@s/s@h/d", "postgres://u:***@h/d")]
    [InlineData("postgresql://:x@h/d?password=y&sslmode=require", "postgresql://:***@h/d?password=***&sslmode=require")]
    [InlineData("amqp://guest:guest@mq/ and https://x:80/a@b", "amqp://guest:***@mq/ and https://x:80/a@b")]
    [InlineData("ALTER ROLE u PASSWORD 'it''s' VALID UNTIL 'x'", "ALTER ROLE u PASSWORD '***' VALID UNTIL 'x'")]
    public void Passwords_are_found_by_their_place(string text, string redacted) => Assert.Equal(redacted, Redaction.Of(text));

    [Theory]
    [InlineData("The server h:5432 refused the user or the password: no entry. Check it.")]
    [InlineData("column \"password\" of relation \"users\" does not exist")]
    [InlineData("if (password == other) return password => 1;")]
    [InlineData("CREATE TABLE users (password text NOT NULL, password_hash text);")]
    [InlineData("Host=h;Passfile=/x/y;Password=;Port=1")]
    [InlineData("https://host:8080/path and mail a@b.c")]
    public void Text_without_one_stays(string text) => Assert.Equal(text, Redaction.Of(text));

    [Theory]
    [InlineData("1")]
    [InlineData("sad")]
    [InlineData("orders")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("'\"")]
    [InlineData("%@:;")]
    [InlineData("=é")]
    public void A_known_password_is_redacted_only_where_a_password_is(string password)
    {
        var connection = new System.Data.Common.DbConnectionStringBuilder
        {
            ["Host"] = "h1",
            ["Password"] = password,
            ["Database"] = "orders"
        }.ConnectionString;
        var url = $"postgresql://u:{Uri.EscapeDataString(password)}@h1/orders";
        const string Text = "11 orders are sad: a b '\" %@:; =é";
        Assert.Equal(Text, Redaction.Of(Text, connection, url));
        Assert.Equal(
            $"{Text} [Host=h1;Password=***;Database=orders] [postgresql://u:***@h1/orders]",
            Redaction.Of($"{Text} [{connection}] [{url}]", connection, url));
        Assert.Equal($"Password=*** and {Text}", Redaction.Of($"Password={password} and {Text}", connection));
        Assert.Equal($"x://u:***@h and {Text}", Redaction.Of($"x://u:{password}@h and {Text}", connection));
    }

    [Theory]
    [InlineData("postgresql://u:p w@h:port/db", "***")]
    [InlineData("postgresql://u:a/b c@h/db", "***")]
    [InlineData("Password='never closed", "Password=***")]
    public void A_connection_that_nobody_understands_is_never_printed(string connection, string shown)
        => Assert.Equal($"'{shown}' failed", Redaction.Of($"'{connection}' failed", connection));

    [Fact]
    public void A_known_password_with_the_end_of_a_sentence_in_it_is_taken_out_whole()
        => Assert.Equal("host=h;password=***. Try again", Redaction.Of("host=h;password=a, b: c. Try again", "host=h;password=a, b: c"));

    [Fact]
    public void A_connection_without_a_password_is_printed()
    {
        Assert.Equal("Data Source=shop.db failed", Redaction.Of("Data Source=shop.db failed", "Data Source=shop.db", null, ""));
        Assert.Equal("postgresql://u@h/d failed", Redaction.Of("postgresql://u@h/d failed", "postgresql://u@h/d"));
    }

    [Fact]
    public void A_second_redaction_changes_nothing()
    {
        var once = Redaction.Of("Host=h;Password=x' y;Port=1, postgresql://u:p@h/d, PASSWORD 'x'");
        Assert.Equal(once, Redaction.Of(once));
    }
}
