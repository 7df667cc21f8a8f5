using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>
/// Identity of an image in 16 bytes: half the SHA-256 over scope and id, so that an index of a large estate stays small.
/// A weaker hash would let whoever chooses an id hide an image behind another.
/// </summary>
public static class ImageKey
{
    private const int OnStack = 1024;

    public static UInt128 Of(ImageScope scope, string id)
    {
        var length = SizeOf(scope.Cloud) + SizeOf(scope.Region) + SizeOf(scope.Project) + SizeOf(id);
        Span<byte> text = length <= OnStack ? stackalloc byte[length] : new byte[length];
        var rest = Put(text, scope.Cloud);
        rest = Put(rest, scope.Region);
        rest = Put(rest, scope.Project);
        Put(rest, id);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private static int SizeOf(string? part) => sizeof(int) + ((part?.Length ?? 0) * sizeof(char));

    // Each part with its length before it (-1 for null), so that no two identities give the same bytes.
    private static Span<byte> Put(Span<byte> target, string? part)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target, part?.Length ?? -1);
        MemoryMarshal.AsBytes(part.AsSpan()).CopyTo(target[sizeof(int)..]);
        return target[SizeOf(part)..];
    }
}
