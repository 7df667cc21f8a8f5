using System.Xml;

namespace ImsAudit.Reporting.Formats.JUnit;

internal enum JUnitEnding
{
    Passed = 0,
    Failure,
    Error,
    Skipped,
}

/// <summary>A test case. Its texts are made fit for XML as they are written.</summary>
/// <param name="Suite">The class that it is shown under.</param>
/// <param name="Kind">Of a failure or error: what kind it is.</param>
/// <param name="Message">In one line why it did not pass.</param>
/// <param name="Details">More, in lines.</param>
internal sealed record JUnitCase(string Suite, string Name, JUnitEnding Ending = JUnitEnding.Passed, string Kind = "", string Message = "", string Details = "")
{
    public void Write(XmlWriter writer)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", XmlText.Of(Suite));
        writer.WriteAttributeString("name", XmlText.Of(Name));
        if (Ending != JUnitEnding.Passed) WriteEnding(writer);
        writer.WriteEndElement();
    }

    private void WriteEnding(XmlWriter writer)
    {
        writer.WriteStartElement(Ending switch { JUnitEnding.Failure => "failure", JUnitEnding.Error => "error", _ => "skipped" });
        writer.WriteAttributeString("type", Kind);
        writer.WriteAttributeString("message", XmlText.Of(Message));
        if (Details.Length > 0) writer.WriteString(XmlText.OfLines(Details));
        writer.WriteEndElement();
    }
}
