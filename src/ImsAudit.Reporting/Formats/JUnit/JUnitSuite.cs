using System.Globalization;
using System.Xml;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.JUnit;

/// <summary>A policy's suite.</summary>
internal static class JUnitSuite
{
    public static void Write(XmlWriter writer, RunInfo run, PolicyGroup group)
    {
        var policy = group.Policy;
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", XmlText.Of(policy.Id));
        JUnitCounts.Of(group).Write(writer);
        WriteTime(writer, run);
        WriteProperties(writer, ("title", policy.Title), ("severity", policy.Severity.Name()), ("notApplicable", Words.Number(policy.NotApplicable)));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in group.Findings) CaseOf(finding, policy, names).Write(writer);
        new JUnitCase(policy.Id, $"{Words.Count(policy.Pass, "image")} {(policy.Pass == 1 ? "passes" : "pass")}").Write(writer);
        writer.WriteEndElement();
    }

    /// <summary>When the run began, in UTC but without saying so, as readers expect it.</summary>
    public static void WriteTime(XmlWriter writer, RunInfo run) =>
        writer.WriteAttributeString("timestamp", run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    public static void WriteProperties(XmlWriter writer, params ReadOnlySpan<(string Name, string Value)> properties)
    {
        writer.WriteStartElement("properties");
        foreach (var (name, value) in properties)
        {
            writer.WriteStartElement("property");
            writer.WriteAttributeString("name", name);
            writer.WriteAttributeString("value", XmlText.Of(value));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static JUnitCase CaseOf(Finding finding, PolicyResult policy, HashSet<string> names)
    {
        var ending = JUnitCounts.EndingOf(finding);
        var known = finding.Outcome == Outcome.Waived ? FindingSentence.Waiver(finding) : "In the baseline.";
        return new JUnitCase(
            policy.Id,
            UniqueName(finding, names),
            ending,
            finding.Severity.Name(),
            ending == JUnitEnding.Skipped ? $"{known} {FindingSentence.Of(finding)}" : FindingSentence.Of(finding),
            Details(finding, policy));
    }

    // Readers take two cases of one name for one case that ran twice.
    private static string UniqueName(Finding finding, HashSet<string> names)
    {
        var name = FindingSentence.Subject(finding);
        if (names.Add(name)) return name;
        name = $"{name} {finding.Fingerprint}";
        for (var at = 2; !names.Add(name); at++) name = $"{FindingSentence.Subject(finding)} {finding.Fingerprint} {at}";
        return name;
    }

    private static string Details(Finding finding, PolicyResult policy)
    {
        List<string> lines = [$"{policy.Severity.Name()}: {policy.Title}", .. finding.Reasons.Select(Words.Reason)];
        if (FindingSentence.Age(finding) is { Length: > 0 } age) lines.Add(age.Trim());
        lines.AddRange((finding.Images ?? []).Select(image => $"- {image.Name ?? "(no name)"} {image.Id} {Words.Scope(image)}"));
        if (policy.Remediation is { } remediation) lines.Add($"To do: {remediation}");
        lines.AddRange(policy.References);
        return string.Join('\n', lines.Select(line => line.ReplaceLineEndings(" ")));
    }
}
