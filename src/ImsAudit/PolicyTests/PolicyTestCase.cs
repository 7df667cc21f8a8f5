using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.References;
using ImsAudit.Results;

namespace ImsAudit.PolicyTests;

/// <summary>One case of a <c>*.tests.json</c> file.</summary>
internal sealed record PolicyTestCase
{
    public required string Name { get; init; }

    public required JsonNodeAt Source { get; init; }

    public required Image Image { get; init; }

    /// <summary>The image, the images around it, and what was seen of the estate.</summary>
    internal required CaseInventory Inventory { get; init; }

    public required Outcome Expect { get; init; }

    /// <summary>Lists and tables that stand in for those that are loaded.</summary>
    public required ReferenceData References { get; init; }
}

/// <summary>A <c>*.tests.json</c> file: cases for one policy.</summary>
/// <param name="Parameters">Values for the policy's parameters.</param>
internal sealed record PolicyTestFile(
    string File,
    string Policy,
    JsonNodeAt PolicyNode,
    DateTimeOffset AsOf,
    IReadOnlyDictionary<string, JsonNodeAt> Parameters,
    IReadOnlyList<PolicyTestCase> Cases);
