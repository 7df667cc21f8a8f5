using System.Security.Cryptography;
using System.Text;

namespace ImsAudit.Collection.Credentials;

/// <summary>The signature <c>SDK-HMAC-SHA256</c> of Huawei Cloud's API gateway (API signing guide; ims-api, section AK/SK).</summary>
internal static class SdkHmac
{
    private const string Algorithm = "SDK-HMAC-SHA256";

    /// <summary>The value of the header <c>Authorization</c>.</summary>
    /// <param name="date">The value of <c>X-Sdk-Date</c>, which must be among the signed headers.</param>
    public static string Authorize(AccessKey key, string date, CanonicalRequest request) =>
        $"{Algorithm} Access={key.Id}, SignedHeaders={request.SignedHeaders}, Signature={Sign(key.SecretKey, date, request)}";

    private static string Sign(Secret secretKey, string date, CanonicalRequest request)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Text)));
        var toSign = Encoding.UTF8.GetBytes($"{Algorithm}\n{date}\n{hash}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey.Reveal()), toSign));
    }
}
