namespace ImsAudit.Reporting.Encodings;

/// <summary>How a text from outside is written into a template's output so that it is only text there.</summary>
public abstract class ReportEncoding
{
    /// <summary>Follows the template's own text and knows where a value would stand; null when it matters nowhere.</summary>
    internal virtual ValuePlace? NewPlace() => null;

    /// <param name="place">Where the value stands; null when the encoding follows no place.</param>
    /// <exception cref="PlaceException">No encoding is safe at this place.</exception>
    internal abstract string Encode(string text, ValuePlace? place);

    /// <summary>A link to an address of http or https; any other address as text.</summary>
    internal abstract string Link(string address);

    /// <summary>True when a link may lead there.</summary>
    internal static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
