namespace Autogen.Design.Verification;

/// <summary>What a proof found wrong with a revision.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Text">The difference's line, or the database's message.</param>
internal sealed record Finding(FindingKind Kind, string Text)
{
    /// <summary>A line for people.</summary>
    public override string ToString() => Kind switch
    {
        FindingKind.UpgradeFails => $"the upgrade fails: {Text}",
        FindingKind.DowngradeFails => $"the downgrade fails: {Text}",
        FindingKind.DowngradeLeaves => $"the downgrade leaves: {Text}",
        FindingKind.UpgradeAgainFails => $"the upgrade fails after the downgrade: {Text}",
        FindingKind.UpgradeAgainDiffers => $"the second upgrade differs from the first: {Text}",
        FindingKind.RowsFail => $"rows can't be written to it: {Text}",
        _ => $"the model differs: {Text}",
    };
}

/// <summary>What can be wrong with a revision.</summary>
internal enum FindingKind
{
    /// <summary>The upgrade does not run.</summary>
    UpgradeFails,

    /// <summary>The downgrade does not run.</summary>
    DowngradeFails,

    /// <summary>After upgrade and downgrade the schema is not what it was.</summary>
    DowngradeLeaves,

    /// <summary>After the downgrade the upgrade does not run again.</summary>
    UpgradeAgainFails,

    /// <summary>The second upgrade makes another schema than the first.</summary>
    UpgradeAgainDiffers,

    /// <summary>A row can't be written, because a function needs something that the revision does not make.</summary>
    RowsFail,

    /// <summary>At the head, the schema is not the model's.</summary>
    ModelDiffers,
}
