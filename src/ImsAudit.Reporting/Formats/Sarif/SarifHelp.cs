using ImsAudit.Reporting.Encodings;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>What a rule's page says: the policy's own texts.</summary>
internal static class SarifHelp
{
    /// <summary>In UTF-16 units; GitHub takes no more.</summary>
    public const int LongestDescription = 1000;

    private static readonly MarkdownEncoding Encoding = new();

    public static string Text(PolicyResult policy)
    {
        List<string?> parts = [policy.Description ?? FindingSentence.Ended(policy.Title), policy.Rationale];
        if (policy.Remediation is { } remediation) parts.Add($"To do: {remediation}");
        if (policy.References.Count > 0) parts.Add($"References: {string.Join(", ", policy.References)}");
        return string.Join("\n\n", parts.OfType<string>());
    }

    public static string Markdown(PolicyResult policy)
    {
        List<string?> parts = [Encode(policy.Description ?? FindingSentence.Ended(policy.Title)), policy.Rationale is { } why ? Encode(why) : null];
        if (policy.Remediation is { } remediation) parts.Add($"**To do.** {Encode(remediation)}");
        if (policy.Controls.Count > 0) parts.Add(string.Join('\n', policy.Controls.Select(framework => $"- {Encode(framework.Key)}: {Encode(string.Join(", ", framework.Value))}")));
        if (policy.References.Count > 0) parts.Add($"References: {string.Join(", ", policy.References.Select(Encoding.Link))}");
        return string.Join("\n\n", parts.OfType<string>());
    }

    /// <summary>The first reference that is a web address; null when there is none.</summary>
    public static string? Address(PolicyResult policy) =>
        policy.References.FirstOrDefault(ReportEncoding.IsWeb) is { } address ? new Uri(address).AbsoluteUri : null;

    private static string Encode(string text) => Encoding.Encode(text, place: null);
}
