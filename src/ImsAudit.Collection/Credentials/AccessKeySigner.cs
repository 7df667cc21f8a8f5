using System.Globalization;
using System.Text.RegularExpressions;

namespace ImsAudit.Collection.Credentials;

/// <summary>Signs each request with an access key. The date and so the signature are new at each try.</summary>
internal sealed partial class AccessKeySigner(AccessKey key, TimeProvider time) : Signer
{
    /// <summary>Whose resources are asked for; null leaves it to the server.</summary>
    public string? Project { get; init; }

    /// <summary>The account; null when nobody named it.</summary>
    public string? Domain { get; init; }

    public override Credential Credential { get; } = new AccessKeyCredential(key.Id, key.SecretKey, key.SecurityToken);

    public override string WhenRejected =>
        $"Check the access key in {key.Source}, and that it is enabled and not locked; it was tried once only, because five failures lock an access key for five minutes.";

    public override void Sign(HttpRequestMessage request)
    {
        var date = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Put(request, "X-Sdk-Date", date);
        Put(request, "X-Project-Id", Project);
        Put(request, "X-Domain-Id", Domain);
        Put(request, "X-Security-Token", key.SecurityToken?.Reveal());
        request.Headers.Host = Host(request.RequestUri!);
        var canonical = CanonicalRequest.Of(request.Method, request.RequestUri!, Signed(request), Body(request));
        Put(request, "Authorization", SdkHmac.Authorize(key, date, canonical));
    }

    /// <summary>Also whatever looks like a signature: each request had its own, and servers quote them in their errors.</summary>
    public override string Hide(string text)
    {
        var hidden = Signature().Replace(key.SecretKey.HideIn(text), "***");
        return key.SecurityToken is { } token ? token.HideIn(hidden) : hidden;
    }

    /// <summary>What a proxy does not change on the way: the host and the headers of the API.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Signed(HttpRequestMessage request) => request.Headers.NonValidated
        .Where(header => header.Key == "Host" || header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase))
        .Select(header => KeyValuePair.Create(header.Key, string.Join(',', header.Value)));

    private static byte[] Body(HttpRequestMessage request)
    {
        if (request.Content is null) return [];
        using var copy = new MemoryStream();
        request.Content.ReadAsStream().CopyTo(copy);
        return copy.ToArray();
    }

    private static string Host(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;
        return address.IsDefaultPort ? host : $"{host}:{address.Port}";
    }

    private static void Put(HttpRequestMessage request, string header, string? value)
    {
        if (!string.IsNullOrEmpty(value)) request.Headers.TryAddWithoutValidation(header, value);
    }

    /// <summary>The hexadecimal of 32 bytes or more.</summary>
    [GeneratedRegex("[0-9A-Fa-f]{64,}", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
