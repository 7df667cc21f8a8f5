using ImsAudit.Impact;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Cli.Outputs;

/// <summary>Writes what changed policies mean, for people.</summary>
internal static class ImpactPage
{
    public static void Write(PlainText text, ImpactReport report)
    {
        text.Line(Heading(report));
        foreach (var note in report.Notes) text.Line(note);
        text.Line($"policies: {Count(PolicyChange.Changed)} changed, {Count(PolicyChange.Added)} added, {Count(PolicyChange.Removed)} removed, {Count(PolicyChange.None)} unchanged; images: {report.Images}");
        foreach (var policy in report.Policies.Where(policy => policy.Change != PolicyChange.None || !policy.IsWithoutEffect)) Write(text, policy);

        int Count(PolicyChange change) => report.Policies.Count(policy => policy.Change == change);
    }

    private static string Heading(ImpactReport report) => report.Completeness switch
    {
        Completeness.Complete => "The inventory is complete.",
        Completeness.Incomplete => "INCOMPLETE: not every image was seen; there may be more that come out otherwise.",
        _ => "Completeness not known: there may be more images that come out otherwise.",
    };

    private static void Write(PlainText text, PolicyImpact policy)
    {
        text.Line();
        text.Line($"{policy.Id} ({policy.Change.Name()}{SeverityOf(policy)}): {Summary(policy)}");
        foreach (var image in policy.Images)
            text.Line($"  {Describe(image.From, policy.From)} -> {Describe(image.To, policy.To)}: {image.Id}{(image.Name is null ? "" : $" \"{image.Name}\"")}{(image.Scope == Images.ImageScope.Unknown ? "" : $" ({image.Scope})")}");
        foreach (var group in policy.Groups)
            text.Line($"  {group.From?.Name() ?? "pass"} -> {group.To?.Name() ?? "pass"}: group {(group.Key.Count == 0 ? "of all" : string.Join(", ", group.Key.Select(part => $"{part.Key} {part.Value.Display}")))}");
    }

    private static string SeverityOf(PolicyImpact policy) => (policy.From, policy.To) switch
    {
        ({ } from, { } to) when from != to => $", severity {from.Name()} -> {to.Name()}",
        var (from, to) => $", {(to ?? from)!.Value.Name()}",
    };

    private static string Summary(PolicyImpact policy)
    {
        if (policy.IsWithoutEffect) return "no image comes out otherwise";
        var counts = new (string Text, int Count)[]
        {
            ("newly fail", policy.NewlyFail),
            ("newly pass", policy.NewlyPass),
            ("newly error", policy.NewlyError),
            ("newly not applicable", policy.NewlyNotApplicable),
            ("judged no more", policy.NotJudged),
            ("groups otherwise", policy.Groups.Count),
        };
        return string.Join(", ", counts.Where(count => count.Count > 0).Select(count => $"{count.Count} {count.Text}"));
    }

    private static string Describe(Results.Outcome? outcome, Severity? policy) => outcome?.Name() ?? (policy is null ? "no policy" : "not judged");
}
