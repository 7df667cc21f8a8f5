using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Waivers;

namespace ImsAudit.Evaluation;

/// <summary>Where fails and errors go: waivers are applied, and findings are made of them.</summary>
internal sealed class FindingSink(FindingWriter writer, WaiverLedger waivers, Action<Finding> found)
{
    public FindingWriter Writer => writer;

    /// <summary>Adds a finding about one image.</summary>
    /// <returns>What it came to: a fail may be waived.</returns>
    public Outcome Add(Policy policy, Image image, (Outcome Outcome, IReadOnlyList<Reason> Reasons) verdict, in EvaluationContext context)
    {
        var finding = writer.Write(policy, image, verdict.Reasons, verdict.Outcome, context);
        var waiver = verdict.Outcome == Outcome.Fail ? WaiverFor(policy, image, context) : null;
        return Add(finding, waiver);
    }

    /// <summary>Adds a finding, waived when there is a waiver for it.</summary>
    public Outcome Add(Finding finding, Waiver? waiver = null)
    {
        if (waiver is not null) finding = finding with { Outcome = Outcome.Waived, Waiver = waiver.Applied };
        found(finding);
        return finding.Outcome;
    }

    public Waiver? WaiverFor(Policy policy, Image image, in EvaluationContext context) => waivers.Find(policy, image, writer.NameOf(context), context);

    /// <summary>The waiver for a group without images.</summary>
    public Waiver? WaiverForNothing(Policy policy) => waivers.FindForNothing(policy, writer.Nothing);
}
