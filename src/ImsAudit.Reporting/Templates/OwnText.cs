namespace ImsAudit.Reporting.Templates;

/// <summary>Text of the template itself that came through an expression: written, and followed, as if it stood outside of one.</summary>
internal sealed class OwnText(string text)
{
    public override string ToString() => text;
}
