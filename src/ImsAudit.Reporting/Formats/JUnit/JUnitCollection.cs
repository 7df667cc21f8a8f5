using System.Xml;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.JUnit;

/// <summary>The suite of what was asked for: a case a listing, which fails when not all of it was seen.</summary>
internal static class JUnitCollection
{
    private const string Name = "collection";
    private const string Incomplete = "incomplete";

    public static IReadOnlyList<JUnitCase> CasesOf(AuditResult result)
    {
        List<JUnitCase> cases =
        [
            .. Gap.Of(result).Select(gap => new JUnitCase(Name, CaseName(gap), JUnitEnding.Failure, Incomplete, gap.Error, gap.Listing is { Query.Length: > 0 } listing ? $"Query: {listing.Query}" : "")),
            .. result.Run.Listings.Where(listing => listing.Complete).Select(listing => new JUnitCase(Name, CaseName(new Gap(listing, "")))),
        ];
        // Neither passed nor failed: nobody knows.
        if (result.Run.Completeness == Completeness.NotKnown)
            cases.Add(new JUnitCase(Name, "completeness", JUnitEnding.Skipped, "not-known", Verdict.Of(result).Completeness, string.Join('\n', result.Run.Notes)));
        if (cases.Count == 0) cases.Add(new JUnitCase(Name, "everything that was asked for"));
        return cases;
    }

    public static void Write(XmlWriter writer, AuditResult result, IReadOnlyList<JUnitCase> cases)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", Name);
        JUnitCounts.Of(cases).Write(writer);
        JUnitSuite.WriteTime(writer, result.Run);
        WriteProperties(writer, result);
        foreach (var one in cases) one.Write(writer);
        WriteOutput(writer, result);
        writer.WriteEndElement();
    }

    // The query is part of the name only where it says more than the scope and category: two listings never share a case.
    private static string CaseName(Gap gap) => gap.Listing is { Filtered: true } listing ? $"{gap.Subject}, where {listing.Query}" : gap.Subject;

    private static void WriteProperties(XmlWriter writer, AuditResult result)
    {
        var run = result.Run;
        JUnitSuite.WriteProperties(
            writer,
            ("run", run.Id),
            ("asOf", Words.Time(run.AsOf)),
            ("completeness", run.Completeness switch { Completeness.Complete => "complete", Completeness.NotKnown => "not known", _ => Incomplete }),
            ("images", Words.Number(run.Images)),
            ("compliance", Words.Percent(result.Summary.Compliance)),
            ("exitCode", XmlConvert.ToString(result.Summary.Gate.ExitCode)),
            ("policySetSha256", run.PolicySetSha256),
            ("version", result.Tool.Version));
    }

    private static void WriteOutput(XmlWriter writer, AuditResult result)
    {
        List<string> lines = [.. Verdict.Of(result).Sentences, .. result.Run.Notes, .. result.Run.Listings.SelectMany(listing => listing.Notes), .. ClosingRow.Of(result).Where(row => row.Policy is not null).Select(row => row.Sentence)];
        writer.WriteStartElement("system-out");
        writer.WriteString(string.Join('\n', lines.Select(XmlText.Of)));
        writer.WriteEndElement();
    }
}
