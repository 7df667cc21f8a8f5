namespace ImsAudit.Collection;

/// <summary>What the world lends to a collection.</summary>
/// <param name="Time">For timeouts, waits and the listings' times.</param>
/// <param name="Random">Numbers from 0 to 1 that spread retries; must be callable from several threads.</param>
public sealed record CollectionEnvironment(TimeProvider Time, Func<double> Random);
