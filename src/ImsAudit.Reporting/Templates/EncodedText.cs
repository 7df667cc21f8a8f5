namespace ImsAudit.Reporting.Templates;

/// <summary>
/// Output that is encoded already: a link, or what a template captured. As soon as a filter touches it, it is a plain
/// string again and is encoded like any other.
/// </summary>
internal sealed class EncodedText(string text)
{
    public override string ToString() => text;
}
