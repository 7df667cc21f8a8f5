using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Results;
using ImsAudit.Values;

namespace ImsAudit.Waivers;

/// <summary>A decision to live with a finding, with a reason, an owner and a last day.</summary>
public sealed record Waiver
{
    /// <summary>An id, or a pattern with <c>*</c>.</summary>
    public required Wildcard Policy { get; init; }

    public required WaiverTarget Target { get; init; }

    /// <summary>Null: any cloud.</summary>
    public string? Cloud { get; init; }

    public string? Region { get; init; }

    public string? Project { get; init; }

    public required string Reason { get; init; }

    public required string Owner { get; init; }

    public string? Ticket { get; init; }

    /// <summary>The last valid day, UTC.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>The waiver is void once one of these fields differs.</summary>
    public IReadOnlyList<ExpectedValue> WhileFieldIs { get; init; } = [];

    /// <summary>Where it stands in its file.</summary>
    public required TextPosition Position { get; init; }

    public bool IsExpired(DateTimeOffset asOf) => DateOnly.FromDateTime(asOf.UtcDateTime) > Expires;

    public AppliedWaiver Applied => new(Reason, Owner, Ticket, Expires);

    public WaiverNote Note => new(Policy.Pattern, Target.Text, Reason, Owner, Ticket, Expires);
}

/// <summary>A field and the value that it must have; a null value is a missing one.</summary>
public sealed record ExpectedValue(string Field, int Slot, FieldValue Value)
{
    public bool Holds(in EvaluationContext context)
    {
        var actual = context.Values[Slot];
        if (Value.IsMissing || actual.IsMissing) return Value.IsMissing && actual.IsMissing;
        return Value.Text is { } text ? text == actual.Text : JsonText.Parse(Value.Json.Span) == JsonText.Parse(actual.Json.Span);
    }
}

/// <summary>Which images a waiver covers: one of <see cref="ImageIdTarget"/>, <see cref="ImageNameTarget"/>, <see cref="WhereTarget"/>.</summary>
public abstract record WaiverTarget
{
    private protected WaiverTarget() { }

    /// <summary>For people.</summary>
    public abstract string Text { get; }

    /// <param name="id">Null for a group without images.</param>
    /// <param name="name">The image's name; null when it has none.</param>
    public abstract bool Covers(string? id, string? name, in EvaluationContext context);
}

public sealed record ImageIdTarget(string Id) : WaiverTarget
{
    public override string Text => Id;

    public override bool Covers(string? id, string? name, in EvaluationContext context) => id == Id;
}

public sealed record ImageNameTarget(Wildcard Name) : WaiverTarget
{
    public override string Text => $"name {Name.Pattern}";

    public override bool Covers(string? id, string? name, in EvaluationContext context) => Name.IsMatch(name ?? "");
}

/// <summary>A condition; unknown does not cover.</summary>
public sealed record WhereTarget(Condition Condition, string Json) : WaiverTarget
{
    public override string Text => $"where {Json}";

    public override bool Covers(string? id, string? name, in EvaluationContext context) => Condition.Evaluate(context) == Truth.True;
}
