using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Identity;

/// <summary>
/// Checks AK/SK signatures as the gateway does (ims-api, section AK/SK). It is written from the description and shares no
/// code with the collector, so that the two hold each other.
/// </summary>
internal sealed class SignatureCheck(IReadOnlyList<SimulatedAccessKey> keys, TimeProvider time)
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(15);

    /// <summary>What must not be changed on the way by somebody who has no key.</summary>
    private static readonly string[] s_mustBeSigned = ["x-project-id", "x-domain-id", "x-security-token"];

    /// <summary>False for a request that claims no signature.</summary>
    /// <exception cref="Rejection">401: the claim is wrong, or its date is more than 15 minutes off.</exception>
    public bool IsSigned(SimulatedRequest request)
    {
        if (request.Header("Authorization") is not { } header) return false;
        var claim = SignatureClaim.Parse(header) ?? throw Wrong("the header Authorization cannot be read");
        var key = keys.FirstOrDefault(key => key.Id == claim.Access) ?? throw Wrong("the access key does not exist");
        var date = request.Header("X-Sdk-Date") ?? throw Wrong("X-Sdk-Date is missing");
        CheckDate(date);
        CheckHeaders(request, claim);
        if (request.Header("X-Security-Token") != key.SecurityToken) throw Wrong("the security token is not the access key's");
        if (!IsRight(claim.Signature, Expected(key, date, SignedText.Of(request, claim.SignedHeaders)))) throw Wrong("verify aksk signature fail");
        return true;
    }

    private void CheckDate(string text)
    {
        if (!DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            throw Wrong("X-Sdk-Date cannot be read");
        if ((time.GetUtcNow() - date).Duration() > Tolerated) throw new Rejection(401, "Incorrect IAM authentication information: x-sdk-date is too far from the time of the server", "APIGW.0303");
    }

    private static void CheckHeaders(SimulatedRequest request, SignatureClaim claim)
    {
        if (!claim.SignedHeaders.Contains("x-sdk-date")) throw Wrong("X-Sdk-Date is not signed");
        if (claim.SignedHeaders.Any(name => request.Header(name) is null)) throw Wrong("a signed header is missing");
        if (s_mustBeSigned.Any(name => request.Header(name) is not null && !claim.SignedHeaders.Contains(name))) throw Wrong("a header of the API is not signed");
    }

    private static byte[] Expected(SimulatedAccessKey key, string date, byte[] signedText)
    {
        var toSign = $"{SignatureClaim.Algorithm}\n{date}\n{Convert.ToHexStringLower(SHA256.HashData(signedText))}";
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.SecretKey), Encoding.UTF8.GetBytes(toSign));
    }

    private static bool IsRight(string signature, byte[] expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(expected)));

    private static Rejection Wrong(string what) => new(401, $"Incorrect IAM authentication information: {what}", "APIGW.0301");
}
