using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Ocsf;

/// <summary>The events of one run.</summary>
internal sealed class OcsfEvents(AuditResult result)
{
    private const string SchemaVersion = "1.3.0";
    private const string Collection = "imsaudit-collection";

    private readonly Dictionary<string, PolicyResult> _policies =
        result.Policies.DistinctBy(policy => policy.Id, StringComparer.Ordinal).ToDictionary(policy => policy.Id, StringComparer.Ordinal);

    public void Write(Utf8JsonWriter writer, Finding finding)
    {
        var policy = _policies.GetValueOrDefault(finding.Policy);
        Begin(writer, HeadOf(finding), FindingSentence.Of(finding), finding.Image is not null);
        WriteInfo(writer, (finding.Fingerprint, policy?.Title ?? finding.Policy, policy?.Description), (finding.Policy, policy?.Title), finding.FirstSeen);
        WriteCompliance(writer, policy, finding.Policy, (StatusOf(finding), FindingSentence.Why(finding)));
        if (finding.Image is { } image) OcsfResources.WriteCloud(writer, image);
        OcsfResources.Write(writer, finding);
        if (policy?.Remediation is { } remediation) WriteRemediation(writer, remediation, policy.References);
        OcsfUnmapped.Write(writer, finding);
        writer.WriteEndObject();
    }

    public void Write(Utf8JsonWriter writer, Gap gap)
    {
        var text = $"INCOMPLETE: {gap.Subject}: {gap.Error}";
        WriteCollection(writer, new OcsfHead(OcsfValue.Create, OcsfValue.Of(Severity.Critical), OcsfValue.New), ("Not everything that was asked for was seen", text, ("incomplete", $"{gap.Subject} {gap.Listing?.Query}")));
    }

    public void WriteNotKnown(Utf8JsonWriter writer) =>
        WriteCollection(writer, new OcsfHead(OcsfValue.Create, OcsfValue.Of(Severity.Info), OcsfValue.New), ("Completeness is not known", Verdict.Of(result).Completeness, ("not known", "completeness")));

    public void WriteForecast(Utf8JsonWriter writer, string sentence) =>
        WriteCollection(writer, new OcsfHead(OcsfValue.Create, OcsfValue.Of(Severity.Info), OcsfValue.New), ("A forecast", sentence, ("forecast", "forecast")));

    /// <summary>What is gone since the baseline: a finding that is closed.</summary>
    public void Write(Utf8JsonWriter writer, FixedFinding gone)
    {
        var policy = _policies.GetValueOrDefault(gone.Policy);
        Begin(writer, new OcsfHead(OcsfValue.Close, OcsfValue.Of(gone.Severity), OcsfValue.Resolved), $"Fixed since the baseline {result.Baseline!.RunId}: {Words.Subject(gone)}.", withCloud: false);
        WriteInfo(writer, (gone.Fingerprint, policy?.Title ?? gone.Policy, policy?.Description), (gone.Policy, policy?.Title), firstSeen: null);
        WriteCompliance(writer, policy, gone.Policy, (OcsfValue.Pass, "fixed since the baseline"));
        OcsfResources.Write(writer, gone);
        writer.WriteStartObject("unmapped");
        writer.WriteString("outcome", "fixed");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteCollection(Utf8JsonWriter writer, OcsfHead head, (string Title, string Text, (string Outcome, string Subject) Key) what)
    {
        var uid = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what.Key.Outcome} {what.Key.Subject}")));
        Begin(writer, head, what.Text, withCloud: false);
        WriteInfo(writer, (uid, what.Title, null), (Collection, null), firstSeen: null);
        WriteCompliance(writer, policy: null, Collection, (OcsfValue.Warning, what.Text));
        writer.WriteStartObject("unmapped");
        writer.WriteString("outcome", what.Key.Outcome);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Begin(Utf8JsonWriter writer, OcsfHead head, string message, bool withCloud)
    {
        writer.WriteStartObject();
        head.Write(writer);
        writer.WriteNumber("time", result.Run.AsOf.ToUnixTimeMilliseconds());
        writer.WriteString("message", VisibleText.Of(message));
        writer.WriteStartObject("metadata");
        writer.WriteString("version", SchemaVersion);
        writer.WriteStartObject("product");
        writer.WriteString("name", "ImsAudit");
        writer.WriteString("vendor_name", "ImsAudit");
        writer.WriteString("version", VisibleText.Of(result.Tool.Version));
        writer.WriteString("lang", result.Run.Language);
        writer.WriteEndObject();
        if (withCloud) writer.WriteTexts("profiles", ["cloud"]);
        writer.WriteString("correlation_uid", VisibleText.Of(result.Run.Id));
        writer.WriteEndObject();
    }

    private void WriteInfo(Utf8JsonWriter writer, (string Uid, string Title, string? Description) what, (string Id, string? Name) rule, DateTimeOffset? firstSeen)
    {
        writer.WriteStartObject("finding_info");
        writer.WriteString("uid", VisibleText.Of(what.Uid));
        writer.WriteString("title", VisibleText.Of(what.Title));
        if (what.Description is not null) writer.WriteString("desc", VisibleText.Of(what.Description));
        writer.WriteNumber("created_time", result.Run.AsOf.ToUnixTimeMilliseconds());
        if (firstSeen is { } time) writer.WriteNumber("first_seen_time", time.ToUnixTimeMilliseconds());
        writer.WriteStartObject("analytic");
        writer.WriteNumber("type_id", 1);
        writer.WriteString("type", "Rule");
        writer.WriteString("uid", VisibleText.Of(rule.Id));
        if (rule.Name is not null) writer.WriteString("name", VisibleText.Of(rule.Name));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // A standard is required; a policy that names no framework is its own house's.
    private static void WriteCompliance(Utf8JsonWriter writer, PolicyResult? policy, string control, (OcsfValue Value, string Detail) status)
    {
        var controls = policy?.Controls.ToList() ?? [];
        writer.WriteStartObject("compliance");
        writer.WriteString("control", VisibleText.Of(control));
        writer.WriteTexts("standards", controls.Count == 0 ? ["ImsAudit policies"] : controls.Select(framework => VisibleText.Of(framework.Key)));
        writer.WriteTexts("requirements", controls.SelectMany(framework => framework.Value.Select(id => VisibleText.Of($"{framework.Key} {id}"))));
        status.Value.Write(writer, "status");
        writer.WriteString("status_detail", VisibleText.Of(status.Detail));
        writer.WriteEndObject();
    }

    private static void WriteRemediation(Utf8JsonWriter writer, string remediation, IReadOnlyList<string> references)
    {
        writer.WriteStartObject("remediation");
        writer.WriteString("desc", VisibleText.Of(remediation, kept: "\n"));
        writer.WriteTexts("references", references.Select(reference => VisibleText.Of(reference)));
        writer.WriteEndObject();
    }

    private static OcsfHead HeadOf(Finding finding) => new(
        finding.Baselined ? OcsfValue.Update : OcsfValue.Create,
        OcsfValue.Of(finding.Severity),
        finding.Outcome == Outcome.Waived ? OcsfValue.Suppressed : finding.Baselined ? OcsfValue.InProgress : OcsfValue.New);

    private static OcsfValue StatusOf(Finding finding) => finding.Outcome == Outcome.Error ? OcsfValue.Warning : OcsfValue.Fail;
}
