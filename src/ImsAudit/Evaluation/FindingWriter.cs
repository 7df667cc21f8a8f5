using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Makes findings: who, what, why, in the wanted language, with the values of sensitive policies masked.</summary>
internal sealed class FindingWriter(FieldSet fields, string language)
{
    private const string Name = "name";
    private static readonly JsonText Masked = JsonText.OfString("***");
    private readonly int _name = fields.SlotOf(Name);

    public Finding Write(Policy policy, Image image, Verdict verdict, in EvaluationContext context)
    {
        var reasons = ReasonsOf(policy, verdict, context);
        return new Finding
        {
            Fingerprint = Fingerprint.Of(policy.Id, image.Scope, image.Id),
            Policy = policy.Id,
            Severity = policy.Severity,
            Outcome = verdict.Outcome,
            Image = Describe(policy, image, context),
            Reasons = reasons,
            Message = MessageOf(policy, verdict, reasons, context),
            Fields = FieldsOf(policy, context),
        };
    }

    /// <summary>The sentence made from the leaves that decided, whatever message the policy has.</summary>
    public string Explain(Policy policy, Verdict verdict, in EvaluationContext context)
    {
        var reasons = ReasonsOf(policy, verdict, context);
        return verdict.Outcome == Outcome.Error ? Sentences.Undecided(reasons, language) : Sentences.Failed(reasons, policy.Title.In(language), language);
    }

    private static List<Reason> ReasonsOf(Policy policy, Verdict verdict, in EvaluationContext context)
    {
        var condition = verdict.WhenUndecided ? policy.When! : policy.Assertion.Condition;
        var opposite = !verdict.WhenUndecided && policy.Assertion.IsForbidden;
        var leaves = DecidingLeaves.Of(condition.Trace(context), opposite);
        return [.. leaves.Select(leaf => ReasonOf(policy, verdict.Outcome, leaf)).Distinct()];
    }

    private static Reason ReasonOf(Policy policy, Outcome outcome, DecidingLeaf deciding)
    {
        var (leaf, opposite) = deciding;
        var expected = opposite ? leaf.Use.DescribeOpposite() : leaf.Use.Describe();
        if (outcome == Outcome.Error)
            expected += leaf.Actual.Kind == ValueKind.Unreadable ? $" ({leaf.Actual.Advice})" : $" (needs {leaf.Use.Operator.Needs})";
        return new Reason(leaf.Subject, Show(policy, leaf.Actual), expected);
    }

    private string MessageOf(Policy policy, Verdict verdict, IReadOnlyList<Reason> reasons, in EvaluationContext context)
    {
        if (verdict.Outcome == Outcome.Error) return Sentences.Undecided(reasons, language);
        if (policy.Message is not { } template) return Sentences.Failed(reasons, policy.Title.In(language), language);
        return template.Fill(language, context.Values, value => value.IsMissing ? "(missing)" : Show(policy, value).Display);
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

    private FindingImage Describe(Policy policy, Image image, in EvaluationContext context) => new()
    {
        Id = image.Id,
        Name = policy.Sensitive && policy.Slots.Contains(_name) ? Masked.Display : context.Values[_name].Text,
        Cloud = image.Scope.Cloud,
        Region = image.Scope.Region,
        Project = image.Scope.Project,
        Category = image.Categories.First.Name(),
        Categories = [.. image.Categories.Select(ImageCategories.Name)],
    };

    private static JsonText Show(Policy policy, FieldValue value)
    {
        if (value.Kind is ValueKind.Missing or ValueKind.Null or ValueKind.Unreadable) return JsonText.Null;
        return policy.Sensitive ? Masked : JsonText.Parse(value.Json.Span);
    }
}
