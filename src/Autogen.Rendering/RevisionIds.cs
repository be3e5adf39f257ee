using System.Security.Cryptography;

namespace Autogen.Rendering;

/// <summary>Makes ids of new revisions: the one place where chance plays a part in what is written.</summary>
internal static class RevisionIds
{
    private const int Digits = 12;

    /// <summary>Twelve lower-case hexadecimal digits, as Alembic's; 48 random bits.</summary>
    internal static string New() => RandomNumberGenerator.GetHexString(Digits, lowercase: true);
}
