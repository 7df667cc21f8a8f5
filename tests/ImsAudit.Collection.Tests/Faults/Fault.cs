namespace ImsAudit.Collection.Tests.Faults;

/// <summary>Does something to the wire in place of passing the answer on.</summary>
internal delegate Task Injection(Wire wire);

/// <summary>What becomes of a listing.</summary>
internal enum Effect
{
    /// <summary>The listing is complete, however often it happens.</summary>
    None = 0,

    /// <summary>It is tried again: complete when it passes, and that is counted; incomplete when it stays.</summary>
    TriedAgain = 1,

    /// <summary>The listing is incomplete at the first time.</summary>
    Incomplete = 2,
}

/// <summary>One thing that can go wrong between the collector and a server: a row of the fault table.</summary>
/// <param name="Name">What is injected.</param>
/// <param name="Says">Words of the listing's error; empty where there is none.</param>
internal sealed record Fault(string Name, Effect Effect, string Says, Injection Inject)
{
    /// <summary>It strikes as soon as a connection is opened, before any request: below TLS.</summary>
    public bool AtConnect { get; init; }

    /// <summary>Requests that one try is: .NET sends again by itself, three times and unseen, what was closed without a word.</summary>
    public int Sends { get; init; } = 1;

    /// <summary>Which list is asked.</summary>
    public ApiDialect Dialect { get; init; } = ApiDialect.Ims;

    /// <summary>It would never end by itself.</summary>
    public bool Stuck { get; init; }

    public override string ToString() => Name;

    public static Fault Harmless(string name, Injection inject) => new(name, Effect.None, "", inject);

    public static Fault Passing(string name, string says, Injection inject) => new(name, Effect.TriedAgain, says, inject);

    public static Fault Lasting(string name, string says, Injection inject) => new(name, Effect.Incomplete, says, inject);

    public static Fault Endless(string name, Injection inject) => new(name, Effect.TriedAgain, "no whole answer came within 30 seconds", inject) { Stuck = true };
}
