using System.Text;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Reporting.Documentation;

/// <summary>A page about a set of policies, as Markdown: what <c>policy docs</c> prints and <c>policies/README.md</c> holds.</summary>
public sealed class PolicyPage
{
    private const string English = "en";
    private const string Chinese = "zh";

    private readonly MarkdownEncoding _encoding = new();
    private readonly StringBuilder _page = new();
    private readonly PolicySet _set;

    private PolicyPage(PolicySet set) => _set = set;

    /// <summary>The page, with <c>\n</c> at the end of each line.</summary>
    public static string Write(PolicySet set)
    {
        var page = new PolicyPage(set);
        page.Line("# Policies");
        page.Paragraph($"<!-- Made from the policy files by \"imsaudit policy docs\"; do not edit. --> {set.Policies.Count} policies, {set.Packs.Count} packs.");
        page.Overview();
        page.Packs();
        page.References();
        foreach (var policy in set.Policies) page.Chapter(policy);
        return page._page.ToString();
    }

    private void Overview()
    {
        Table(["policy", "severity", "title", "categories", "packs", "controls"], _set.Policies.Select(policy => new[]
        {
            $"[{policy.Id}](#{policy.Id})",
            policy.Severity.Name(),
            Both(policy.Title),
            Categories(policy.Categories),
            string.Join(", ", _set.Packs.Where(pack => pack.Takes(policy.Id)).Select(pack => Text(pack.Id))),
            string.Join("; ", policy.Controls.Select(pair => Text($"{pair.Key}: {string.Join(", ", pair.Value)}"))),
        }));
    }

    private void Packs()
    {
        if (_set.Packs.Count == 0) return;
        Heading("Packs");
        Table(["pack", "title", "policies", "about"], _set.Packs.Select(pack => new[]
        {
            Text(pack.Id),
            Both(pack.Title),
            $"{_set.Policies.Count(policy => pack.Takes(policy.Id))}",
            pack.Description is null ? "" : Both(pack.Description),
        }));
    }

    private void References()
    {
        var used = _set.Policies.SelectMany(policy => policy.UsedReferences).ToHashSet(StringComparer.Ordinal);
        var rows = _set.References.Lists.Where(pair => used.Contains(pair.Key)).Select(pair => new[] { Text(pair.Key), "list", $"{pair.Value.Values.Count}", Text(pair.Value.Description ?? "") })
            .Concat(_set.References.Tables.Where(pair => used.Contains(pair.Key)).Select(pair => new[] { Text(pair.Key), "table", $"{pair.Value.Rows.Count}", Text(pair.Value.Description ?? "") }))
            .OrderBy(row => row[0], StringComparer.Ordinal)
            .ToList();
        if (rows.Count == 0) return;
        Heading("Lists and tables");
        Table(["id", "kind", "entries", "about"], rows);
    }

    private void Chapter(Policy policy)
    {
        Heading(policy.Id);
        Paragraph($"**{Text(policy.Title.In(English))}**");
        if (Other(policy.Title) is { } chinese) Paragraph(Text(chinese));
        Paragraph($"Severity {policy.Severity.Name()}; categories: {Categories(policy.Categories)}{(policy.Enabled ? "" : "; disabled")}{(policy.Waivable ? "" : "; cannot be waived")}{(policy.Sensitive ? "; values are masked" : "")}.");
        foreach (var (name, text) in new[] { ("About", policy.Description), ("Why", policy.Rationale), ("What to do", policy.Remediation) })
        {
            if (text is null) continue;
            Paragraph($"*{name}*: {Text(text.In(English))}");
            if (Other(text) is { } other) Paragraph(Text(other));
        }
        if (policy.Parameters.Count > 0) Table(["parameter", "type", "default", "about"], policy.Parameters.Select(Row));
        if (policy.References.Count == 0) return;
        Line("");
        foreach (var reference in policy.References) Line($"- {_encoding.Link(reference)}");
    }

    private string[] Row(PolicyParameter parameter) =>
    [
        Text(parameter.Name),
        parameter.Type.ToString().ToLowerInvariant(),
        parameter.Default is null ? "must be set" : Text(Encoding.UTF8.GetString(parameter.Default.Json.Span)),
        parameter.Description is null ? "" : Both(parameter.Description),
    ];

    private static string Categories(CategorySet categories) => categories == CategorySet.All ? "all" : categories.ToString();

    private string Text(string text) => _encoding.Encode(text, place: null);

    private string Both(LocalText text) => Other(text) is { } other ? $"{Text(text.In(English))}<br>{Text(other)}" : Text(text.In(English));

    /// <summary>The Chinese text; null when there is none of its own.</summary>
    private static string? Other(LocalText text) => text.In(Chinese) is var chinese && chinese != text.In(English) ? chinese : null;

    private void Heading(string text)
    {
        Line("");
        Line($"## {text}");
    }

    private void Paragraph(string text)
    {
        Line("");
        Line(text);
    }

    private void Table(IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        Line("");
        Line($"| {string.Join(" | ", heads)} |");
        Line($"|{string.Concat(heads.Select(_ => " --- |"))}");
        foreach (var row in rows) Line($"| {string.Join(" | ", row)} |");
    }

    private void Line(string text) => _page.Append(text).Append('\n');
}
