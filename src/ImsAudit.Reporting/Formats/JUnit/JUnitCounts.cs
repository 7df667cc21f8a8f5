using System.Xml;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.JUnit;

/// <summary>How many cases there are, and how they ended.</summary>
internal readonly record struct JUnitCounts(long Tests, long Failures, long Errors, long Skipped)
{
    public static JUnitCounts Of(IReadOnlyList<JUnitCase> cases) => new(
        cases.Count,
        cases.LongCount(one => one.Ending == JUnitEnding.Failure),
        cases.LongCount(one => one.Ending == JUnitEnding.Error),
        cases.LongCount(one => one.Ending == JUnitEnding.Skipped));

    /// <summary>A case for each finding, and one for the images that pass.</summary>
    public static JUnitCounts Of(PolicyGroup group)
    {
        var endings = new int[Enum.GetValues<JUnitEnding>().Length];
        foreach (var finding in group.Findings) endings[(int)EndingOf(finding)]++;
        return new JUnitCounts(group.Findings.Count + 1, endings[(int)JUnitEnding.Failure], endings[(int)JUnitEnding.Error], endings[(int)JUnitEnding.Skipped]);
    }

    /// <summary>What is in the baseline is skipped like what is waived: neither closes the gate, nor may it fail a build.</summary>
    public static JUnitEnding EndingOf(Finding finding) =>
        !OpenFirst.IsOpen(finding) ? JUnitEnding.Skipped
        : finding.Outcome == Outcome.Error ? JUnitEnding.Error
        : JUnitEnding.Failure;

    public static JUnitCounts operator +(JUnitCounts one, JUnitCounts other) =>
        new(one.Tests + other.Tests, one.Failures + other.Failures, one.Errors + other.Errors, one.Skipped + other.Skipped);

    /// <summary>The attributes of all suites together, which have no place for what was skipped.</summary>
    public void WriteFailures(XmlWriter writer)
    {
        writer.WriteAttributeString("tests", Text(Tests));
        writer.WriteAttributeString("failures", Text(Failures));
        writer.WriteAttributeString("errors", Text(Errors));
    }

    /// <summary>The attributes of one suite.</summary>
    public void Write(XmlWriter writer)
    {
        WriteFailures(writer);
        writer.WriteAttributeString("skipped", Text(Skipped));
    }

    private static string Text(long count) => XmlConvert.ToString(count);
}
