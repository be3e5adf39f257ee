using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Identity;

/// <summary>The tables of ASP.NET Core Identity, as they come.</summary>
public class AppIdentityContext(DbContextOptions<AppIdentityContext> options) : IdentityDbContext<IdentityUser>(options);
