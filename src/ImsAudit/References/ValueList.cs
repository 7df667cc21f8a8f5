using ImsAudit.Fields;

namespace ImsAudit.References;

/// <summary>A list that policies refer to by id: a file <c>*.list.json</c>.</summary>
public sealed record ValueList(string Id, IReadOnlyList<FieldValue> Values, string? Description);
