namespace ImsAudit.Snapshots;

/// <summary>JSON that holds something else than images. Caught where the file and the line are known.</summary>
/// <param name="offset">Where, in the bytes that were being read.</param>
internal sealed class UnexpectedJsonException(long offset, string problem) : Exception(problem)
{
    public long Offset { get; } = offset;
}
