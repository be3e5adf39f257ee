namespace Autogen.Upgrading.Leasing;

/// <summary>The times of a lease.</summary>
/// <param name="Duration">How long a lease holds that nobody renews, by the server's clock.</param>
internal sealed record LeaseTimes(TimeSpan Duration)
{
    /// <summary>The times of every upgrade: a holder that died frees the way within 15 seconds.</summary>
    public static LeaseTimes Default { get; } = new(TimeSpan.FromSeconds(10));

    /// <summary>How old a confirmation may be before it is renewed.</summary>
    public TimeSpan Renewal => Duration * 0.3;

    /// <summary>
    /// How old a confirmation may be when a statement is sent that no transaction protects. The rest of the lease covers the way to the
    /// server.
    /// </summary>
    public TimeSpan Safe => Duration * 0.5;

    /// <summary>How long a transaction may be idle before the server rolls it back: its client is stopped, or cut off.</summary>
    public TimeSpan Idle => Duration * 2;
}
