using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Writes one kind of operation as a call to EF Core's builder.</summary>
/// <param name="Type">
/// The operations that it writes: of exactly this type. A class derived from one of EF Core's may say more, and a handler that does not
/// know of that must not leave it out.
/// </param>
/// <param name="Write">Writes it.</param>
internal sealed record OperationHandler(Type Type, Func<MigrationOperation, NameScope, Draft> Write)
{
    /// <summary>A handler of operations of a type.</summary>
    internal static OperationHandler Of<T>(Func<T, NameScope, Draft> write)
        where T : MigrationOperation => new(typeof(T), (operation, names) => write((T)operation, names));
}
