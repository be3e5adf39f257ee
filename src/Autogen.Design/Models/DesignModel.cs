using Autogen.Environments;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>
/// The context's model with all that only design time needs. EF Core builds it when it is first asked for, by the
/// application's own <c>OnModelCreating</c>.
/// </summary>
internal static class DesignModel
{
    /// <summary>The model.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.ModelInvalid"/>: <c>OnModelCreating</c> threw, or EF Core rejects what it says.
    /// </exception>
    public static IModel Of(DbContext context)
    {
        try
        {
            return context.GetService<IDesignTimeModel>().Model;
        }
#pragma warning disable CA1031 // The application's own code runs here, and may throw anything.
        catch (Exception exception) when (exception is not AutogenException)
#pragma warning restore CA1031
        {
            throw ContextFailure.OfModel(context.GetType(), exception);
        }
    }
}
