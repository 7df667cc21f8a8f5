using System.Globalization;
using System.Text;

namespace ImsAudit.Collection.Api;

/// <summary>
/// Finds in an answer the credentials that it was asked with. Images are kept as they were received, so such an answer
/// cannot be kept at all: not from a server that repeats what it is sent, and not from a user who put a token into a name.
/// </summary>
internal static class Echo
{
    private const string SignatureMark = "Signature=";

    /// <param name="secrets">What must not be repeated.</param>
    /// <param name="request">The request, for its signature, which is new each time.</param>
    public static bool IsIn(IEnumerable<Secret> secrets, HttpRequestMessage? request, ReadOnlyMemory<byte> body)
    {
        var texts = secrets.Select(secret => secret.Reveal()).Concat(Signature(request)).Where(text => text.Length >= Secret.LeastTold);
        var forms = texts.SelectMany(SecretForms.Of).Select(Encoding.UTF8.GetBytes).ToList();
        if (forms.Count == 0) return false;
        return Holds(body.Span, forms) || (body.Span.Contains((byte)'\\') && Holds(Unescaped(body.Span), forms));
    }

    private static IEnumerable<string> Signature(HttpRequestMessage? request)
    {
        if (request is null || !request.Headers.NonValidated.TryGetValues("Authorization", out var values)) return [];
        return values.Select(value => value.Split(SignatureMark, 2)).Where(parts => parts.Length == 2).Select(parts => parts[1]);
    }

    private static bool Holds(ReadOnlySpan<byte> body, List<byte[]> forms)
    {
        foreach (var form in forms)
            if (body.IndexOf(form) >= 0)
                return true;
        return false;
    }

    /// <summary>The body with JSON's escapes of ASCII undone; what it is otherwise does not matter here.</summary>
    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> body)
    {
        var plain = new byte[body.Length];
        var length = 0;
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] == '\\' && Ascii(body[at..]) is { } c) (plain[length++], at) = (c, at + 5);
            // "\/" and the like stand for what follows.
            else if (body[at] != '\\') plain[length++] = body[at];
        }
        return plain.AsSpan(0, length);
    }

    private static byte? Ascii(ReadOnlySpan<byte> escape) =>
        escape.Length >= 6 && escape[1] == 'u' && byte.TryParse(escape[4..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var c)
            && escape[2] == '0' && escape[3] == '0' && c < 0x80
            ? c
            : null;
}
