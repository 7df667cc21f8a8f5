using System.Buffers;
using System.Text;
using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Reporting.Encodings;

/// <summary>
/// HTML. A value may stand in text and in quoted attributes; where it would be code (scripts, styles, event handlers) or
/// shape the markup (tag names, unquoted attributes) the template is wrong and says so. In a script of type
/// <c>application/json</c>, which nothing runs, it is a JSON string. An address is http or https.
/// </summary>
public sealed class HtmlEncoding : ReportEncoding
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("<>&\"'`=");
    private const string BlockedAddress = "#blocked-address";

    internal override ValuePlace NewPlace() => new HtmlPlace();

    internal override string Encode(string text, ValuePlace? place)
    {
        if (place is not HtmlPlace here) return Escape(text);
        if (here.Refusal is { } refusal) throw new PlaceException(refusal);
        if (here.IsData) return $"\"{JsonEncodedText.Encode(VisibleText.Of(text, kept: "\n\t"), SafeJson.Encoder)}\"";
        var blocked = here.IsStartOfAddress && !IsWeb(text);
        here.NoteValue();
        return blocked ? BlockedAddress : Escape(text);
    }

    internal override string Link(string address) =>
        IsWeb(address) ? $"<a href=\"{Escape(address)}\" rel=\"noopener noreferrer\">{Escape(address)}</a>" : Escape(address);

    private static string Escape(string text)
    {
        var visible = VisibleText.Of(text, kept: "\n\t");
        if (!visible.AsSpan().ContainsAny(Markup)) return visible;
        var encoded = new StringBuilder(visible.Length + 16);
        foreach (var c in visible)
        {
            if (c is '<') encoded.Append("&lt;");
            else if (c is '>') encoded.Append("&gt;");
            else if (c is '&') encoded.Append("&amp;");
            else if (c is '"') encoded.Append("&quot;");
            else if (c is '\'' or '`' or '=') encoded.Append("&#").Append((int)c).Append(';');
            else encoded.Append(c);
        }
        return encoded.ToString();
    }
}
