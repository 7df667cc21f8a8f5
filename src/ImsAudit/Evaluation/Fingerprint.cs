using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ImsAudit.Images;

namespace ImsAudit.Evaluation;

/// <summary>What makes a finding the same one from scan to scan: policy, scope, and image id or group key; nothing else.</summary>
public static class Fingerprint
{
    /// <summary>How many bytes of the hash are kept.</summary>
    internal const int Length = 16;

    /// <returns>128 bits, lower-case hex.</returns>
    public static string Of(string policy, ImageScope scope, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Part(policy), .. Part(scope), .. Part(subject)]).AsSpan(0, Length));

    /// <summary>One part of what is hashed; its length stands before it, so that parts cannot run into each other.</summary>
    internal static byte[] Part(string? part)
    {
        var bytes = new byte[sizeof(int) + Encoding.UTF8.GetByteCount(part ?? "")];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - sizeof(int));
        Encoding.UTF8.GetBytes(part ?? "", bytes.AsSpan(sizeof(int)));
        return bytes;
    }

    internal static byte[] Part(ImageScope scope) => [.. Part(scope.Cloud), .. Part(scope.Region), .. Part(scope.Project)];
}
