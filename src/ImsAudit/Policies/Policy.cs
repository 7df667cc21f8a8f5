using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Json;

namespace ImsAudit.Policies;

/// <summary>One policy, checked and compiled.</summary>
public sealed record Policy
{
    public required string Id { get; init; }

    /// <summary>The file that it stands in, as it was named or found.</summary>
    public required string File { get; init; }

    /// <summary>The file's JSON, without comments.</summary>
    public required JsonNodeAt Source { get; init; }

    public required LocalText Title { get; init; }

    public LocalText? Description { get; init; }

    public LocalText? Rationale { get; init; }

    public LocalText? Remediation { get; init; }

    public required Severity Severity { get; init; }

    public CategorySet Categories { get; init; } = CategorySet.All;

    /// <summary>Images for which it is false are not applicable; null is true.</summary>
    public Condition? When { get; init; }

    public required Assertion Assertion { get; init; }

    public IReadOnlyList<PolicyParameter> Parameters { get; init; } = [];

    /// <summary>The parameters' values, as JSON; null where one has none.</summary>
    public IReadOnlyDictionary<string, JsonNodeAt?> ParameterValues { get; init; } = new Dictionary<string, JsonNodeAt?>(StringComparer.Ordinal);

    /// <summary>Null: a sentence is made from the condition that failed.</summary>
    public MessageTemplate? Message { get; init; }

    public IReadOnlyList<string> References { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Framework name to control ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Controls { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public bool Enabled { get; init; } = true;

    /// <summary>False: no waiver and no baseline silences it.</summary>
    public bool Waivable { get; init; } = true;

    /// <summary>True: actual values are masked in every output but the snapshot.</summary>
    public bool Sensitive { get; init; }

    /// <summary>The slots of the fields that it reads.</summary>
    public required IReadOnlyCollection<int> Slots { get; init; }

    /// <summary>What it wants to know of other images.</summary>
    public IReadOnlyList<ReferenceQuery> Queries { get; init; } = [];

    /// <summary>The ids of the lists and tables that it uses.</summary>
    public required IReadOnlyCollection<string> UsedReferences { get; init; }
}
