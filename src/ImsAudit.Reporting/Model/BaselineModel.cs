using ImsAudit.Policies;
using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model;

/// <summary>What became of the baseline's findings, for templates.</summary>
internal static class BaselineModel
{
    public static ScriptObject Of(BaselineReport baseline) => new()
    {
        ["run"] = baseline.RunId,
        ["fixed"] = new LazyRows<FixedFinding>(baseline.Fixed, OfFixed),
        ["fixedCount"] = baseline.Fixed.Count,
    };

    private static ScriptObject OfFixed(FixedFinding gone) => new()
    {
        ["fingerprint"] = gone.Fingerprint,
        ["policy"] = gone.Policy,
        ["severity"] = gone.Severity.Name(),
        ["imageId"] = gone.ImageId,
        ["subject"] = Words.Subject(gone),
    };
}
