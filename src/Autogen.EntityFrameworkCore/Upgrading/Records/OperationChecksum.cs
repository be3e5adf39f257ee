using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading.Records;

/// <summary>
/// A checksum of what a revision does: of its operations, not of the SQL that a version of EF Core makes of them, nor of its text. Code
/// (<c>op.Run</c>) counts as code, whatever it does. What an operation does not say is left out, so that a later version of EF Core in
/// which operations can say more gives the same.
/// </summary>
internal static class OperationChecksum
{
    /// <summary>What every checksum begins with: the way it is made. Those of another way can't be compared.</summary>
    public const string Way = "o1-";

    /// <summary>The checksum of operations: <see cref="Way"/> and 64 hexadecimal digits.</summary>
    public static string Of(IReadOnlyList<MigrationOperation> operations)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var operation in operations)
        {
            var text = new StringBuilder();
            Append(text, operation);
            hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        }

        return Way + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(StringBuilder text, MigrationOperation operation)
    {
        text.Append(operation.GetType().Name).Append('{');
        foreach (var property in operation.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            // Whether an operation may lose data is EF Core's opinion of it.
            if (property.GetIndexParameters().Length == 0 && property.Name != nameof(MigrationOperation.IsDestructiveChange))
                AppendMember(text, property.Name, property.GetValue(operation));
        }

        foreach (var annotation in operation.GetAnnotations().OrderBy(annotation => annotation.Name, StringComparer.Ordinal))
            AppendMember(text, annotation.Name, annotation.Value);
        text.Append('}');
    }

    private static void AppendMember(StringBuilder text, string name, object? value)
    {
        if (value is null or false or 0 or ICollection { Count: 0 }
            || value is Enum && Convert.ToInt64(value, CultureInfo.InvariantCulture) == 0)
            return;
        text.Append(name).Append('=');
        AppendValue(text, value);
        text.Append(';');
    }

    private static void AppendValue(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case MigrationOperation operation:
                Append(text, operation);
                break;
            case Delegate:
                text.Append("code");
                break;
            case Type type:
                text.Append(type.FullName);
                break;
            case string words:
                text.Append(CultureInfo.InvariantCulture, $"{words.Length}:{words}");
                break;
            case byte[] bytes:
                text.Append(Convert.ToHexString(bytes));
                break;
            case IAnnotation annotation:
                AppendMember(text, annotation.Name, annotation.Value);
                break;
            case DateTime or DateTimeOffset or DateOnly or TimeOnly:
                text.Append(((IFormattable)value).ToString("o", CultureInfo.InvariantCulture));
                break;
            case IFormattable formattable:
                text.Append(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    AppendValue(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(value);
                break;
        }
    }
}
