using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Makes findings: who, what, why, in the wanted language, with the values of sensitive policies masked.</summary>
internal sealed class FindingWriter(FieldSet fields, string language)
{
    private static readonly JsonText Masked = JsonText.OfString("***");
    private readonly int _name = fields.SlotOf("name");
    private readonly int _created = fields.SlotOf("created_at");

    public string Language => language;

    /// <summary>The context of no image: every field is missing.</summary>
    public EvaluationContext Nothing => new(new FieldValue[fields.Names.Count], DateTimeOffset.MinValue);

    public string? NameOf(in EvaluationContext context) => context.Values[_name].Text;

    /// <summary>A finding about one image, for reasons already known.</summary>
    public Finding Write(Policy policy, Image image, IReadOnlyList<Reason> reasons, Outcome outcome, in EvaluationContext context) => new()
    {
        Fingerprint = Fingerprint.Of(policy.Id, image.Scope, image.Id),
        Policy = policy.Id,
        Severity = policy.Severity,
        Outcome = outcome,
        Image = Describe(policy, image, context),
        Reasons = reasons,
        Message = MessageOf(policy, outcome, reasons, context),
        Fields = FieldsOf(policy, context),
        Truths = ConditionLines.TruthsOf(policy, context),
    };

    /// <summary>The leaves that decided.</summary>
    /// <param name="opposite">The condition was to be false.</param>
    public static IReadOnlyList<Reason> ReasonsOf(Policy policy, Condition condition, bool opposite, in EvaluationContext context)
    {
        var trace = condition.Trace(context);
        return [.. DecidingLeaves.Of(trace, opposite).Select(leaf => ReasonOf(policy, trace.Truth, leaf)).Distinct()];
    }

    public FindingImage Describe(Policy policy, Image image, in EvaluationContext context) => new()
    {
        Id = image.Id,
        Name = policy.Sensitive && policy.Slots.Contains(_name) ? Masked.Display : NameOf(context),
        Cloud = image.Scope.Cloud,
        Region = image.Scope.Region,
        Project = image.Scope.Project,
        Category = image.Categories.First.Name(),
        Categories = [.. image.Categories.Select(ImageCategories.Name)],
        CreatedAt = policy.Sensitive && policy.Slots.Contains(_created) ? null : CreatedAt(context),
    };

    public string MessageOf(Policy policy, Outcome outcome, IReadOnlyList<Reason> reasons, in EvaluationContext context)
    {
        if (outcome == Outcome.Error) return Sentences.Undecided(reasons, language);
        if (policy.Message is not { } template) return Sentences.Failed(reasons, policy.Title.In(language), language);
        return template.Fill(language, context.Values, value => value.IsMissing ? "(missing)" : Show(policy, value).Display);
    }

    /// <summary>A value as outputs may show it; null when it is missing.</summary>
    public static JsonText Show(Policy policy, FieldValue value)
    {
        if (value.Kind is ValueKind.Missing or ValueKind.Null or ValueKind.Unreadable) return JsonText.Null;
        return policy.Sensitive ? Masked : JsonText.Parse(value.Json.Span);
    }

    private DateTimeOffset? CreatedAt(in EvaluationContext context) =>
        Values.Timestamp.Reader.Read(context.Values[_created]) is { IsRead: true, Value: var time } ? time : null;

    private static Reason ReasonOf(Policy policy, Values.Truth truth, DecidingLeaf deciding)
    {
        var (leaf, opposite) = deciding;
        var expected = opposite ? leaf.Use.DescribeOpposite() : leaf.Use.Describe();
        if (truth == Values.Truth.Unknown)
            expected += leaf.Actual.Kind == ValueKind.Unreadable ? $" ({leaf.Actual.Advice})" : $" (needs {leaf.Use.Operator.Needs})";
        return new Reason(leaf.Subject, Show(policy, leaf.Actual), expected);
    }

    private Dictionary<string, JsonText> FieldsOf(Policy policy, in EvaluationContext context)
    {
        var read = new Dictionary<string, JsonText>(StringComparer.Ordinal);
        foreach (var slot in policy.Slots)
        {
            var value = context.Values[slot];
            if (value.Kind is not (ValueKind.Missing or ValueKind.Unreadable)) read[fields.Names[slot]] = Show(policy, value);
        }
        return read;
    }
}
