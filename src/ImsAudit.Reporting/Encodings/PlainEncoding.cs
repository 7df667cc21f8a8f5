namespace ImsAudit.Reporting.Encodings;

/// <summary>Text for a terminal or a file: nothing in a value acts, and no value makes a line of its own.</summary>
public sealed class PlainEncoding : ReportEncoding
{
    internal override string Encode(string text, ValuePlace? place) => VisibleText.Of(text);

    internal override string Link(string address) => VisibleText.Of(address);
}
