using System.Text;
using System.Text.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>The rules of a run, which are the policies; each result names its own by index.</summary>
internal sealed class SarifRules
{
    private const int MostTags = 10;

    // The product has no page of its own: this is the one of what it reads.
    private const string InformationUri = "https://support.huaweicloud.com/api-ims/ims_03_0702.html";

    private readonly List<PolicyResult> _policies;
    private readonly Dictionary<string, (int Index, PolicyPlace Place)> _byId = new(StringComparer.Ordinal);

    public SarifRules(AuditResult result)
    {
        _policies = [.. result.Policies.DistinctBy(policy => policy.Id, StringComparer.Ordinal)];
        foreach (var (index, policy) in _policies.Index()) _byId.Add(policy.Id, (index, PolicyPlace.Of(policy)));
        // A result that was cut by hand may lack a policy; its findings are shown all the same.
        foreach (var finding in result.Findings)
        {
            if (!_byId.TryAdd(finding.Policy, (_policies.Count, PolicyPlace.OfUnlisted(finding.Policy)))) continue;
            _policies.Add(new PolicyResult { Id = finding.Policy, Title = finding.Policy, Severity = finding.Severity, Pass = 0, Fail = 0, Error = 0, NotApplicable = 0, Waived = 0 });
        }
    }

    public (int Index, PolicyPlace Place) Find(string policy) => _byId[policy];

    public void WriteTool(Utf8JsonWriter writer, ToolInfo tool)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "ImsAudit");
        writer.WriteString("version", VersionOf(tool));
        writer.WriteString("informationUri", InformationUri);
        writer.WriteStartArray("rules");
        foreach (var policy in _policies) WriteRule(writer, policy);
        writer.WriteEndArray();
        SarifNotices.WriteDescriptors(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Readers compare versions by the number that they begin with.
    private static string VersionOf(ToolInfo tool)
    {
        var version = SarifText.Plain(tool.Version);
        return version.Length > 0 && char.IsAsciiDigit(version[0]) ? version : $"0-{version}";
    }

    private static void WriteRule(Utf8JsonWriter writer, PolicyResult policy)
    {
        writer.WriteStartObject();
        writer.WriteString("id", SarifText.Plain(policy.Id));
        writer.WriteString("name", NameOf(policy.Id));
        SarifText.Write(writer, "shortDescription", ShortText.Of(FindingSentence.Ended(policy.Title), SarifHelp.LongestDescription));
        SarifText.Write(writer, "fullDescription", ShortText.Of(FindingSentence.Ended(policy.Description ?? policy.Title), SarifHelp.LongestDescription));
        SarifText.Write(writer, "help", SarifHelp.Text(policy), SarifHelp.Markdown(policy));
        if (SarifHelp.Address(policy) is { } address) writer.WriteString("helpUri", address);
        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", SarifLevel.Of(policy.Severity));
        writer.WriteEndObject();
        WriteProperties(writer, policy);
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, PolicyResult policy)
    {
        // GitHub takes security-severity from rules with this tag only, and shows ten tags.
        List<string> tags =
        [
            "security",
            .. policy.Tags.Select(SarifText.Plain),
            .. policy.Controls.SelectMany(framework => framework.Value.Select(control => $"external/{SarifText.Plain(framework.Key)}/{SarifText.Plain(control)}")),
        ];
        tags = [.. tags.Distinct(StringComparer.Ordinal)];
        writer.WriteStartObject("properties");
        writer.WriteStartArray("tags");
        foreach (var tag in tags.Take(MostTags)) writer.WriteStringValue(tag);
        writer.WriteEndArray();
        if (tags.Count > MostTags) writer.WriteNumber("tagsLeftOut", tags.Count - MostTags);
        writer.WriteString("precision", "very-high");
        writer.WriteString("security-severity", SarifLevel.Score(policy.Severity));
        writer.WriteString("severity", policy.Severity.Name());
        writer.WriteEndObject();
    }

    // A rule's name is an identifier for people, and not its id again: must-be-uefi is MustBeUefiPolicy.
    private static string NameOf(string id)
    {
        var words = new StringBuilder();
        var begins = true;
        foreach (var c in id)
        {
            if (char.IsAsciiLetterOrDigit(c)) words.Append(begins ? char.ToUpperInvariant(c) : c);
            begins = !char.IsAsciiLetterOrDigit(c);
        }
        return words.Append("Policy").ToString();
    }
}
