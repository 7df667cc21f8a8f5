using System.Security.Cryptography;
using System.Text;
using ImsAudit.Images;

namespace ImsAudit.Evaluation;

/// <summary>What makes a finding the same one from scan to scan: policy, scope, and image id or group key; nothing else.</summary>
public static class Fingerprint
{
    /// <returns>128 bits, lower-case hex.</returns>
    public static string Of(string policy, ImageScope scope, string subject)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { policy, scope.Cloud ?? "", scope.Region ?? "", scope.Project ?? "", subject })
        {
            // The length stands before each part, so that parts cannot run into each other.
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
