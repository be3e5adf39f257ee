namespace Autogen.Torture.Races;

/// <summary>Who upgrades.</summary>
public enum StarterKind
{
    /// <summary>The packed tool.</summary>
    Tool,

    /// <summary>A bundle.</summary>
    Bundle,

    /// <summary>An application that upgrades as it starts.</summary>
    Application,

    /// <summary>The same in this process: costs no start.</summary>
    InProcess,
}
