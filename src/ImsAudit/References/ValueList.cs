using ImsAudit.Fields;

namespace ImsAudit.References;

/// <summary>A list that policies refer to by id: a file <c>*.list.json</c>.</summary>
public sealed record ValueList(string Id, IReadOnlyList<FieldValue> Values, string? Description)
{
    /// <summary>The file as JSON, for the hash of the policy set.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }
}
