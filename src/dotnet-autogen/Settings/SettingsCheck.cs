using System.Text;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Tool.Settings;

/// <summary>
/// Refuses an <c>autogen.json</c> that does not say what it seems to: unknown or duplicate keys, values of the wrong kind;
/// with the line, and with what was probably meant.
/// </summary>
internal ref struct SettingsCheck
{
    /// <summary>The longest time that can be waited, in seconds: 23 days.</summary>
    public const int MostSeconds = 2_000_000;

    private readonly string path;
    private readonly byte[] bytes;
    private Utf8JsonReader reader;

    private SettingsCheck(string path, byte[] bytes)
    {
        this.path = path;
        this.bytes = bytes;
        reader = new Utf8JsonReader(
            bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>Checks a file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">What is in it.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ConfigurationInvalid"/>.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Run(string path, string text)
    {
        var check = new SettingsCheck(path, Encoding.UTF8.GetBytes(text));
        check.reader.Read();
        check.Object(SettingKey.All, "");
        check.reader.Read(); // text after the object is not JSON
    }

    private void Object(IReadOnlyList<SettingKey> keys, string prefix)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Refused(prefix.TrimEnd('.'), $"expected an object, found {Found()}.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!; // the name of a property is a text
            var key = keys.FirstOrDefault(key => string.Equals(key.Name, name, StringComparison.Ordinal))
                ?? throw Refused(prefix + name, $"unknown key. {SettingKey.Hint(name, [.. keys.Select(key => key.Name)])}");
            if (!seen.Add(name))
                throw Refused(prefix + name, "duplicate key.");
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
                Value(key, prefix + name);
        }
    }

    private void Value(SettingKey key, string name)
    {
        switch (key.Shape)
        {
            case SettingShape.Text:
                Text(key, name);
                break;
            case SettingShape.Texts:
                Require(JsonTokenType.StartArray, name, "a list of strings: [\"…\", \"…\"]");
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    Text(key, name);
                break;
            case SettingShape.Object:
                Object(key.Keys, $"{name}.");
                break;
            case SettingShape.TextsOrObjects:
                Require(JsonTokenType.StartArray, name, "a list of strings and objects: [\"…\", { … }]");
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (reader.TokenType == JsonTokenType.StartObject)
                        Object(key.Keys, $"{name}.");
                    else
                        Text(key, name);
                }

                break;
            case SettingShape.Flag:
                if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
                    throw Refused(name, $"expected true or false, found {Found()}.");
                break;
            case SettingShape.Seconds:
                Require(JsonTokenType.Number, name, "a number of seconds");
                if (reader.GetDouble() is not (>= 0 and <= MostSeconds))
                    throw Refused(name, $"a number of seconds is from 0 to {MostSeconds}.");
                break;
            case SettingShape.Duration:
                Require(JsonTokenType.String, name, "a time: \"500ms\", \"2s\", \"10m\", \"1h\"");
                if (DurationText.Seconds(reader.GetString()!) is not <= MostSeconds) // a string token has one
                    throw Refused(name, $"a time is a number with a unit, ms, s, m or h, and at most {MostSeconds}s: \"2s\".");
                break;
            case SettingShape.Count:
                Require(JsonTokenType.Number, name, "a number");
                if (!reader.TryGetInt32(out var count) || count < 0)
                    throw Refused(name, "a whole number that is not negative.");
                break;
            case SettingShape.TextsByName:
                Require(JsonTokenType.StartObject, name, "an object of strings");
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    reader.Read();
                    Require(JsonTokenType.String, name, "a string for every name");
                }

                break;
            default:
                Require(JsonTokenType.StartObject, name, "an object");
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var inner = $"{name}.{reader.GetString()}.";
                    reader.Read();
                    Object(key.Keys, inner);
                }

                break;
        }
    }

    private void Text(SettingKey key, string name)
    {
        Require(JsonTokenType.String, name, "a string");
        var text = reader.GetString()!; // a string token has one
        if (text.Length == 0)
            throw Refused(name, "the text is empty. Leave the key out for the default.");
        if (text.Contains('\0', StringComparison.Ordinal))
            throw Refused(name, "the text has a null character.");
        if (key.Choices.Count > 0 && !key.Choices.Contains(text, StringComparer.Ordinal))
            throw Refused(name, $"'{text}' is not possible. {SettingKey.Hint(text, key.Choices)}");
    }

    private readonly void Require(JsonTokenType type, string name, string what)
    {
        if (reader.TokenType != type)
            throw Refused(name, $"expected {what}, found {Found()}.");
    }

    // Never the text itself: it may be a connection string at the wrong place.
    private readonly string Found() => reader.TokenType switch
    {
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        _ => "null",
    };

    private readonly AutogenException Refused(string name, string problem)
    {
        var line = bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
        return new AutogenException(
            ErrorCode.ConfigurationInvalid, $"{path}({line}){(name.Length == 0 ? "" : $" at '{name}'")}: {problem}");
    }
}
