namespace ImsAudit.Evidence;

/// <summary>What is not as it was.</summary>
/// <param name="Path">The file.</param>
/// <param name="What">What is the matter with it, as the rest of a sentence.</param>
public sealed record EvidenceDifference(string Path, string What)
{
    public override string ToString() => $"{Path} {What}.";
}
