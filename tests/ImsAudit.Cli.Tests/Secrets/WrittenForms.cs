using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace ImsAudit.Cli.Tests.Secrets;

/// <summary>The ways in which a secret may be written. Made apart from the program's own list, which is to be tested.</summary>
internal static class WrittenForms
{
    private const int LeastBase64 = 12;

    public static IReadOnlyDictionary<string, string> Of(string secret)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal) { [secret] = "as it is" };
        void Add(string form, string how) => forms.TryAdd(form, how);
        Add(Uri.EscapeDataString(secret), "URL-encoded");
        Add(WebUtility.UrlEncode(secret), "form-encoded");
        Add(UrlEncoder.Default.Encode(secret).ToLowerInvariant(), "URL-encoded in small letters");
        Add(JavaScriptEncoder.Default.Encode(secret), "JSON-escaped");
        Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret), "JSON-escaped as little as may be");
        Add(HtmlEncoder.Default.Encode(secret), "HTML-encoded");
        Add(WebUtility.HtmlEncode(secret), "HTML-encoded as little as may be");
        Add(string.Concat(Encoding.UTF8.GetBytes(secret).Select(b => b.ToString("x2"))), "in hexadecimal");
        for (var before = 0; before < 3; before++) AddBase64(secret, before, Add);
        return forms;
    }

    /// <summary>Behind so many other bytes, without the letters that those have a part in.</summary>
    private static void AddBase64(string secret, int before, Action<string, string> add)
    {
        var bytes = Encoding.UTF8.GetBytes(new string('\0', before) + secret);
        var whole = Convert.ToBase64String(bytes.AsSpan(0, bytes.Length / 3 * 3));
        var own = whole[(before == 0 ? 0 : 4)..];
        if (own.Length < LeastBase64) return;
        add(own, "in base64");
        add(own.Replace('+', '-').Replace('/', '_'), "in base64 for addresses");
    }
}
