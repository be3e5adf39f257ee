using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Identity;

/// <summary>Writes rows into every table; may be called again and goes on where it stopped.</summary>
internal static class Filler
{
    public static async Task FillAsync(AppIdentityContext db, int rows)
    {
        var start = await db.Users.CountAsync();

        for (var n = start + 1; n <= start + rows; n++)
        {
            var user = NewUser(n);
            var role = new IdentityRole($"role{n}") { NormalizedName = $"ROLE{n}", ConcurrencyStamp = $"stamp{n}" };

            db.Add(user);
            db.Add(role);
            db.Add(new IdentityUserRole<string> { UserId = user.Id, RoleId = role.Id });
            db.Add(new IdentityUserClaim<string> { UserId = user.Id, ClaimType = "department", ClaimValue = $"{n % 10}" });
            db.Add(new IdentityRoleClaim<string> { RoleId = role.Id, ClaimType = "may", ClaimValue = "read" });
            db.Add(new IdentityUserLogin<string> { UserId = user.Id, LoginProvider = "example", ProviderKey = $"{n}" });
            db.Add(new IdentityUserToken<string> { UserId = user.Id, LoginProvider = "example", Name = "refresh", Value = $"token{n}" });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Every second user has no phone number, and nobody can sign in: there is no password.</summary>
    private static IdentityUser NewUser(int n) => new($"user{n}")
    {
        NormalizedUserName = $"USER{n}",
        Email = $"user{n}@example.com",
        NormalizedEmail = $"USER{n}@EXAMPLE.COM",
        PhoneNumber = n % 2 == 0 ? $"+49 221 {n:D6}" : null,
        LockoutEnd = n % 10 == 0 ? new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) : null,
    };
}
