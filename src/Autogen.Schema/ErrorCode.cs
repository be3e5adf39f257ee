namespace Autogen.Schema;

/// <summary>
/// The errors that a user can act on. A number is never used again, and is written <c>AG0001</c>; each has a paragraph in
/// <c>docs/errors.md</c> and a test that provokes it.
/// </summary>
public enum ErrorCode
{
    /// <summary>The command line is wrong.</summary>
    CommandLine = 1,

    /// <summary>No project where one was looked for.</summary>
    ProjectNotFound = 2,

    /// <summary>Several projects where one was looked for.</summary>
    SeveralProjects = 3,

    /// <summary>The project does not build.</summary>
    BuildFailed = 4,

    /// <summary>The project's configuration file can't be read.</summary>
    ConfigurationInvalid = 5,

    /// <summary>The project is initialised already.</summary>
    AlreadyInitialised = 6,

    /// <summary>The engine could not be started, or ended without an answer.</summary>
    EngineFailed = 7,

    /// <summary>The project does not reference what the engine needs (EF Core, a provider, Autogen.EntityFrameworkCore).</summary>
    ReferenceMissing = 8,

    /// <summary>No DbContext was found.</summary>
    ContextNotFound = 9,

    /// <summary>Several DbContexts were found.</summary>
    SeveralContexts = 10,

    /// <summary>The DbContext could not be created.</summary>
    ContextNotCreated = 11,

    /// <summary>The context's provider is not supported.</summary>
    ProviderNotSupported = 12,

    /// <summary>The connection string or URL can't be understood, or none was given.</summary>
    ConnectionInvalid = 13,

    /// <summary>The server does not answer.</summary>
    ServerUnreachable = 14,

    /// <summary>The database does not exist.</summary>
    DatabaseNotFound = 15,

    /// <summary>The server refused the user or the password.</summary>
    AuthenticationFailed = 16,

    /// <summary>A privilege is missing.</summary>
    PrivilegeMissing = 17,

    /// <summary>No revision has that id.</summary>
    RevisionNotFound = 18,

    /// <summary>Several revisions' ids begin so.</summary>
    RevisionAmbiguous = 19,

    /// <summary>The revisions have several heads where one is needed.</summary>
    SeveralHeads = 20,

    /// <summary>The revisions refer to each other in a cycle.</summary>
    RevisionCycle = 21,

    /// <summary>Two revisions have one id.</summary>
    RevisionDuplicated = 22,

    /// <summary>A revision names a parent that does not exist.</summary>
    ParentMissing = 23,

    /// <summary>The database is at a revision that no file has.</summary>
    DatabaseRevisionUnknown = 24,

    /// <summary>The version table holds what no version table holds.</summary>
    VersionTableInvalid = 25,

    /// <summary>The database is not at the head.</summary>
    NotUpToDate = 26,

    /// <summary>The target can't be reached from where the database is.</summary>
    TargetInvalid = 27,

    /// <summary>
    /// A revision file can't be understood: no attribute, an attribute that is not constant, several revisions in a file.
    /// </summary>
    RevisionInvalid = 28,

    /// <summary>A revision failed while it ran.</summary>
    RevisionFailed = 29,

    /// <summary>The first revision creates what exists already.</summary>
    ObjectExists = 30,

    /// <summary>Another upgrade holds the lock.</summary>
    LockTimeout = 31,

    /// <summary>An operation can't be done on this database.</summary>
    OperationNotSupported = 32,

    /// <summary>The file to be written exists already.</summary>
    FileExists = 33,

    /// <summary>The SQL of the <c>sql</c> command failed.</summary>
    SqlFailed = 34,

    /// <summary>Foreign keys would be violated after the revision (SQLite).</summary>
    ForeignKeyViolated = 35,

    /// <summary>Tool and library have different versions.</summary>
    VersionMismatch = 36,

    /// <summary>The model can't be read, or says what the tool can't express.</summary>
    ModelInvalid = 37,

    /// <summary>The user interrupted.</summary>
    Interrupted = 38,

    /// <summary>A scratch database can't be made, or the one that was named is not empty.</summary>
    ScratchDatabase = 39,

    /// <summary>A revision was proven wrong before it was written.</summary>
    VerificationFailed = 40,

    /// <summary>
    /// The project's IAutogenEnvironment can't be used: there are several, it can't be made, it throws, or it answers what can't be.
    /// </summary>
    EnvironmentInvalid = 41,

    /// <summary>No branch of that label, and no revision of that id.</summary>
    BranchNotFound = 42,

    /// <summary>A revision is not on the branch that it was looked for on.</summary>
    NotInBranch = 43,

    /// <summary>The beginning of an id is too short to be one.</summary>
    PrefixTooShort = 44,

    /// <summary>Two revisions have one branch label, or a label is another revision's id.</summary>
    LabelDuplicated = 45,

    /// <summary>A revision depends on one that does not exist.</summary>
    DependencyMissing = 46,

    /// <summary>Revisions depend on each other in a cycle.</summary>
    DependencyCycle = 47,

    /// <summary>A revision names itself as its parent or dependency.</summary>
    RevisionSelfLoop = 48,

    /// <summary>So many steps lead out of the history.</summary>
    TargetTooFar = 49,

    /// <summary>A target means several revisions where one is needed.</summary>
    TargetAmbiguous = 50,

    /// <summary>A revision that must be a head is not one.</summary>
    NotAHead = 51,

    /// <summary>A branch is already based on the target.</summary>
    NothingToRebase = 52,

    /// <summary>A branch can't be based on the target.</summary>
    NotRebasable = 53,

    /// <summary>No editor is known, or it failed.</summary>
    EditorFailed = 54,

    /// <summary>A command to run after a file was written failed; the file exists.</summary>
    HookFailed = 55,

    /// <summary>The database can't be taken over: there are revisions already, or there is nothing to take over.</summary>
    NotAdoptable = 56,

    /// <summary>EF Core's history of migrations does not exist, or says that some are not applied yet.</summary>
    EfHistoryUnusable = 57,

    /// <summary>The base revision of a database that is taken over does not run on an empty one.</summary>
    BaseRevisionFails = 58,

    /// <summary>A bundle can't be built.</summary>
    BundleFailed = 59,

    /// <summary>The packages that a bundle for a runtime needs are in no package source.</summary>
    RuntimePackMissing = 60,

    /// <summary>The connection was lost while a revision ran.</summary>
    ConnectionLost = 65,

    /// <summary>A statement ran longer than it may.</summary>
    StatementTimeout = 66,

    /// <summary>A revision that is more than one transaction is not whole, and something else was asked for.</summary>
    RevisionUnfinished = 67,

    /// <summary>A revision can't be part of one transaction for the whole upgrade.</summary>
    TransactionMode = 68,

    /// <summary>A revision that took over what existed would drop it.</summary>
    AdoptedTables = 69,

    /// <summary>Somebody else has changed the version table while a revision ran.</summary>
    VersionTableChanged = 70,

    /// <summary>The schema for unqualified names is missing, or temporary.</summary>
    SchemaNotUsable = 71,

    /// <summary>A statement outside of a transaction needs a second connection, which could not be opened.</summary>
    SecondConnection = 72,

    /// <summary>A statement of an upgrade that has died still runs, and could not be ended.</summary>
    StatementStillRuns = 73,

    /// <summary>The server does not take what was asked for.</summary>
    ServerNotSupported = 74,

    /// <summary>The search path begins with a schema that does not exist.</summary>
    SchemaOfSearchPathMissing = 75,

    /// <summary>A project can't have revisions: its language, its framework or its EF Core is another than what is supported.</summary>
    ProjectNotSupported = 78,

    /// <summary>A file or a folder can't be read or written.</summary>
    FileUnusable = 79,

    /// <summary>The server has no memory left, most often for locks.</summary>
    ServerOutOfMemory = 80,

    /// <summary>The database failed a statement of the tool for a reason that has no code of its own.</summary>
    DatabaseError = 81,

    /// <summary>The missing database could not be created.</summary>
    DatabaseNotCreated = 82,

    /// <summary>The person at the terminal did not confirm what would be done.</summary>
    NotConfirmed = 83,

    /// <summary>The source of a fleet's databases can't be read.</summary>
    FleetUnreadable = 84,

    /// <summary>A fleet has no database, or a name or a database twice.</summary>
    FleetInvalid = 85,

    /// <summary>A database can't be copied.</summary>
    CloneFailed = 86,

    /// <summary>The ledger of a fleet can't be used.</summary>
    FleetLedgerFailed = 92,
}
