using System.Data.Common;
using ImsAudit.History.Databases;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.History.Recording;

/// <summary>A finding that is open in the history, and whether the scan that is being stored saw it.</summary>
internal sealed record OpenFinding
{
    public const string Query = """
        SELECT id, fingerprint, policy_id, severity, outcome, image_id, place_id, first_seen, last_seen, waived_at, waiver_id
        FROM finding WHERE fixed_at IS NULL
        """;

    public required long Id { get; init; }

    public required UInt128 Fingerprint { get; init; }

    public required long Policy { get; init; }

    public required Severity Severity { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Null for a group.</summary>
    public required long? Image { get; init; }

    public required long Place { get; init; }

    public required long FirstSeen { get; init; }

    /// <summary>As it is written in the row; a scan that saw the whole place later is not written there.</summary>
    public required long LastSeen { get; init; }

    public required long? WaivedAt { get; init; }

    public required long? Waiver { get; init; }

    public static OpenFinding Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Fingerprint = row.Key(1),
        Policy = row.GetInt64(2),
        Severity = (Severity)row.GetInt64(3),
        Outcome = (Outcome)row.GetInt64(4),
        Image = row.Number(5),
        Place = row.GetInt64(6),
        FirstSeen = row.GetInt64(7),
        LastSeen = row.GetInt64(8),
        WaivedAt = row.Number(9),
        Waiver = row.Number(10),
    };
}
