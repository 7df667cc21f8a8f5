namespace ImsAudit.Reporting.Templates;

/// <summary>The templates that ship with the program, and their parts. A new one is its file and a line here.</summary>
public static class ShippedTemplates
{
    /// <summary>The whole reports first, then the parts, by name.</summary>
    public static IReadOnlyList<ShippedTemplate> All { get; } =
    [
        new("report.html", "the html report, of the parts below"),
        new("report.md", "the markdown report; stays below a job summary's 1 MiB and says what it left out"),
        new("diff.html", "what imsaudit diff writes as html; to learn from, since diff takes no template"),
        new("diff.md", "what imsaudit diff writes as markdown; as above"),
        new("weekly.html", "the report of a period (imsaudit report --history) as html"),
        new("weekly.md", "the report of a period as markdown"),
        new("_bar.html", "a bar of several parts; $0: the parts"),
        new("_changes.html", "what is new, fixed and still open since the baseline"),
        new("_charts.html", "compliance by severity, age and categories of findings, as bars"),
        new("_controls.html", "the script: filter, sort, anchors, copying"),
        new("_diff-findings.html", "diff: findings by what became of them"),
        new("_diff-images.html", "diff: images added, removed, changed"),
        new("_diff-row.html", "diff: a finding as a row of a table; $0: the finding"),
        new("_diff-row.md", "diff: a finding as a row of a table; $0: the finding"),
        new("_diff-sides.html", "diff: the two files side by side"),
        new("_diff-verdict.html", "diff: the verdict, and what nobody can tell"),
        new("_diff-word.html", "diff: the verdict in a word"),
        new("_filters.html", "the search and filter fields"),
        new("_finding.html", "a finding as a row of a table; $0: the finding"),
        new("_finding.md", "a finding as a row of a table; $0: the finding"),
        new("_fixed.html", "what was in the baseline and is gone"),
        new("_footer.html", "times, run, hashes, program"),
        new("_layout.html", "the style of this report's own parts"),
        new("_listing.md", "a listing as a row of a table; $0: the listing"),
        new("_listings.html", "what was asked for, what came, what failed"),
        new("_pages.html", "the script that turns pages through the findings that are data"),
        new("_policies.html", "a table of the policies, worst first"),
        new("_policy-row.html", "a policy as a row of that table; $0: the policy"),
        new("_policy.html", "a policy with its findings; $0: the policy"),
        new("_print.html", "the style on paper"),
        new("_style.html", "colours, type, tables, badges, bars: any page can use it"),
        new("_summary.html", "the counts by severity"),
        new("_verdict.html", "the verdict, and whether everything was seen"),
        new("_waiver.html", "a waiver as a row of a table; $0: the waiver, $1: expired or unused, in words"),
        new("_waivers.html", "waivers that did nothing"),
        new("_weekly-drift.html", "period: images of the same id and other content, and new public ones"),
        new("_weekly-due.html", "period: what will fail in 30 and 90 days"),
        new("_weekly-findings.html", "period: findings as a table; $0: the list, $1: the heading"),
        new("_weekly-findings.md", "period: findings as a table; $0: the list, $1: the heading"),
        new("_weekly-gaps.html", "period: what was not scanned, or not seen whole"),
        new("_weekly-scans.html", "period: what was scanned"),
        new("_weekly-shares.html", "period: the share ledger"),
        new("_weekly-style.html", "period: the style of this report's own parts"),
        new("_weekly-subject.html", "period: an image in a cell; $0: the row"),
        new("_weekly-subject.md", "period: an image in a cell; $0: the row"),
        new("_weekly-tallies.html", "period: counts by severity, policy, place or owner; $0: the list, $1: the heading"),
        new("_weekly-tallies.md", "period: counts by severity, policy, place or owner; $0: the list, $1: the heading"),
        new("_weekly-trend.html", "period: a series as a chart; $0: the series, $1: with its heading"),
        new("_weekly-waivers.html", "period: waivers that expire"),
    ];
}

/// <param name="Name">The file's name; parts of reports begin with <c>_</c>.</param>
/// <param name="What">What it is, as part of a list.</param>
public sealed record ShippedTemplate(string Name, string What)
{
    public string Text => TemplateFiles.ReadShipped(Name);
}
