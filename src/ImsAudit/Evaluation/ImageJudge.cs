using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Judges images one by one.</summary>
internal sealed class ImageJudge(Policy policy, ImageAssertion assertion, FindingWriter writer, Action<Finding> found) : IPolicyJudge
{
    public PolicyTally Tally { get; } = new(policy);

    public void Judge(Image image, in EvaluationContext context)
    {
        var verdict = policy.Judge(assertion, image.Categories, context);
        Tally.Add(verdict.Outcome);
        if (verdict.Outcome is not (Outcome.Fail or Outcome.Error)) return;
        var reasons = verdict.WhenUndecided
            ? FindingWriter.ReasonsOf(policy, policy.When!, opposite: false, context)
            : FindingWriter.ReasonsOf(policy, assertion.Condition, assertion.IsForbidden, context);
        found(writer.Write(policy, image, reasons, verdict.Outcome, context));
    }

    public bool Conclude() => false;

    public void Report(Image image, in EvaluationContext context) { }

    public void Finish() { }

    public Outcome OutcomeFor(Image image, in EvaluationContext context) => policy.Judge(assertion, image.Categories, context).Outcome;
}
