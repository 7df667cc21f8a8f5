using System.Text;
using System.Text.Json;

namespace ImsAudit.Collection;

/// <summary>The forms in which others write a secret down: as it is, for an address, for JSON, in base64 with whatever around it.</summary>
internal static class SecretForms
{
    /// <summary>Less than this of base64 stands in many a text by chance.</summary>
    private const int LeastBase64 = 12;

    /// <summary>Distinct, the secret itself first.</summary>
    public static IReadOnlyList<string> Of(string secret)
    {
        var address = Uri.EscapeDataString(secret);
        string[] plain = [secret, address, WithLowerHex(address), JsonEncodedText.Encode(secret).ToString()];
        return [.. plain.Concat(Base64(secret)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>One for each place that the secret can begin at within three bytes, without what depends on its neighbours.</summary>
    private static IEnumerable<string> Base64(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var before = 0; before < 3; before++)
        {
            var from = before == 0 ? 0 : 3 - before;
            var whole = (bytes.Length - from) / 3 * 3;
            if (whole / 3 * 4 < LeastBase64) continue;
            var text = Convert.ToBase64String(bytes, from, whole);
            yield return text;
            yield return text.Replace('+', '-').Replace('/', '_');
        }
    }

    private static string WithLowerHex(string address)
    {
        var lower = address.ToCharArray();
        for (var at = address.IndexOf('%', StringComparison.Ordinal); at >= 0; at = address.IndexOf('%', at + 1))
            for (var digit = at + 1; digit <= at + 2; digit++) lower[digit] = char.ToLowerInvariant(lower[digit]);
        return new string(lower);
    }
}
