using System.Text;
using System.Xml;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.JUnit;

/// <summary>
/// <c>junit</c>, as Jenkins and most others read it: first a suite of what was collected, whose failures are what was not
/// seen; then a suite a policy with a case a finding and one case of the images that pass. What is waived or in the baseline
/// is skipped.
/// </summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        // A line end that a value holds is told, not lost.
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using (var writer = XmlWriter.Create(output, Settings))
        {
            var policies = PolicyGroup.WorstFirst(result, showWaived: true);
            var collection = JUnitCollection.CasesOf(result);
            var total = policies.Aggregate(JUnitCounts.Of(collection), (sum, group) => sum + JUnitCounts.Of(group));
            writer.WriteStartDocument();
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", Verdict.Of(result).State == "incomplete" ? "ImsAudit: INCOMPLETE" : "ImsAudit");
            total.WriteFailures(writer);
            JUnitCollection.Write(writer, result, collection);
            foreach (var group in policies)
            {
                cancellationToken.ThrowIfCancellationRequested();
                JUnitSuite.Write(writer, result.Run, group);
            }
            writer.WriteEndElement();
            writer.WriteEndDocument();
        }
        output.WriteByte((byte)'\n');
    }
}
