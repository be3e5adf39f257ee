namespace Autogen.Drivers;

/// <summary>Room for locks that a test gives instead of the server's.</summary>
internal abstract record LockRoom;
