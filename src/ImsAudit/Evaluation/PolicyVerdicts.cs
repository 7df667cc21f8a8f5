using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Values;

namespace ImsAudit.Evaluation;

/// <summary>The outcomes of the language: categories, then <c>when</c>, then the assertion.</summary>
public static class PolicyVerdicts
{
    /// <summary>Whether a policy applies to an image; pass stands for "it does".</summary>
    internal static Verdict Applies(this Policy policy, CategorySet categories, in EvaluationContext context)
    {
        if (!policy.Categories.Overlaps(categories)) return new Verdict(Outcome.NotApplicable);
        return (policy.When?.Evaluate(context) ?? Truth.True) switch
        {
            Truth.False => new Verdict(Outcome.NotApplicable),
            Truth.Unknown => new Verdict(Outcome.Error, WhenUndecided: true),
            _ => new Verdict(Outcome.Pass),
        };
    }

    internal static Verdict Judge(this Policy policy, ImageAssertion assertion, CategorySet categories, in EvaluationContext context)
    {
        var applies = policy.Applies(categories, context);
        if (applies.Outcome != Outcome.Pass) return applies;
        var truth = assertion.Condition.Evaluate(context);
        return new Verdict((assertion.IsForbidden ? truth.Not() : truth) switch
        {
            Truth.True => Outcome.Pass,
            Truth.False => Outcome.Fail,
            _ => Outcome.Error,
        });
    }
}
