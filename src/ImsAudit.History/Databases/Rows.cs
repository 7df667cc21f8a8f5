using System.Buffers.Binary;
using System.Data.Common;

namespace ImsAudit.History.Databases;

/// <summary>Reads cells that may be null, and keys of 16 bytes.</summary>
internal static class Rows
{
    private const int KeySize = 16;

    public static long? Number(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);

    public static string? Text(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static DateTimeOffset Time(this DbDataReader row, int at) => Moment.FromStore(row.GetInt64(at));

    public static DateTimeOffset? MaybeTime(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.Time(at);

    public static UInt128 Key(this DbDataReader row, int at) => BinaryPrimitives.ReadUInt128BigEndian(row.GetFieldValue<byte[]>(at));

    public static byte[] Bytes(UInt128 key)
    {
        var bytes = new byte[KeySize];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        return bytes;
    }
}
