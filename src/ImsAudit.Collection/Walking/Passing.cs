namespace ImsAudit.Collection.Walking;

/// <summary>What it means that a stretch came by an image.</summary>
/// <param name="IsNew">The whole walk has not seen it.</param>
/// <param name="IsFresh">No stretch that counts has been by it.</param>
/// <param name="Met">The stretch further down that has been by it, or begins behind it: this one is at its end.</param>
internal readonly record struct Passing(bool IsNew, bool IsFresh, Stretch? Met);
