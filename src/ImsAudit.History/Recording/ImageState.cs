using System.Data.Common;
using ImsAudit.History.Databases;

namespace ImsAudit.History.Recording;

/// <summary>An image as the history has it, and whether the scan that is being stored saw it.</summary>
internal sealed class ImageState
{
    /// <summary>Those that are there. The others are as many as ever were, and are looked up one by one when one comes back.</summary>
    public const string Query = """
        SELECT i.id, i.image_key, v.id, v.content_hash, v.place_id, v.last_seen
        FROM image_version v JOIN image i ON i.id = v.image_id WHERE v.to_at IS NULL
        """;

    public const string ByKey = "SELECT id FROM image WHERE image_key = @key";

    public required long Id { get; init; }

    /// <summary>The version that holds now; null when the image is gone.</summary>
    public long? Version { get; init; }

    public UInt128 Hash { get; init; }

    public long Place { get; init; }

    /// <summary>As it is written in the row; a scan that saw the whole place later is not written there. Before all time when the image is not there.</summary>
    public long LastSeen { get; init; } = long.MinValue;

    /// <summary>Where the scan saw it; null when it did not.</summary>
    public long? SeenAt { get; set; }

    public static (UInt128 Key, ImageState State) Read(DbDataReader row) =>
        (row.Key(1), new ImageState { Id = row.GetInt64(0), Version = row.GetInt64(2), Hash = row.Key(3), Place = row.GetInt64(4), LastSeen = row.GetInt64(5) });
}
