using System.Globalization;
using ImsAudit.History.Databases;
using ImsAudit.Results;

namespace ImsAudit.History.Recording;

/// <summary>Keeps which waivers there were, from when to when, and how they stood when they were last seen.</summary>
internal sealed class WaiverRecorder(Session session, long at)
{
    private readonly Dictionary<WaiverNote, (long Number, long LastSeen)> _known = [];
    private readonly Dictionary<AppliedWaiver, long> _byTerms = [];

    public async Task RecordAsync(IReadOnlyList<WaiverNote> given, WaiverReport report, CancellationToken cancellationToken)
    {
        foreach (var (number, note, last) in await session.QueryAsync("SELECT id, policy, target, reason, owner, ticket, expires, last_seen FROM waiver", Read, cancellationToken))
            _known[note] = (number, last);
        foreach (var note in given.Select(Stored).Distinct()) await RecordAsync(note, StateOf(note, report), cancellationToken);
    }

    /// <summary>The waiver with these terms; null when there is none, or it was not given.</summary>
    public long? NumberOf(AppliedWaiver? applied) => applied is not null && _byTerms.TryGetValue(applied, out var number) ? number : null;

    private async Task RecordAsync(WaiverNote note, string state, CancellationToken cancellationToken)
    {
        var isKnown = _known.TryGetValue(note, out var known);
        var number = isKnown ? known.Number : _known.Count + 1;
        _known[note] = (number, at);
        _byTerms.TryAdd(new AppliedWaiver(note.Reason, note.Owner, note.Ticket, note.Expires), number);
        if (isKnown && known.LastSeen > at) return;
        if (isKnown) await session.ExecuteAsync("UPDATE waiver SET state = @state, last_seen = @at WHERE id = @id", [SqlValue.Of("@state", state), SqlValue.Of("@at", at), SqlValue.Of("@id", number)], cancellationToken);
        else
        {
            await session.ExecuteAsync(
                "INSERT INTO waiver (id, policy, target, reason, owner, ticket, expires, state, first_seen, last_seen) VALUES (@id, @policy, @target, @reason, @owner, @ticket, @expires, @state, @at, @at)",
                [
                    SqlValue.Of("@id", number), SqlValue.Of("@policy", note.Policy), SqlValue.Of("@target", note.Image), SqlValue.Of("@reason", note.Reason), SqlValue.Of("@owner", note.Owner),
                    SqlValue.Of("@ticket", note.Ticket), SqlValue.Of("@expires", note.Expires.ToString("O", CultureInfo.InvariantCulture)), SqlValue.Of("@state", state), SqlValue.Of("@at", at),
                ],
                cancellationToken);
        }
    }

    private static string StateOf(WaiverNote note, WaiverReport report) =>
        report.Expired.Any(expired => Stored(expired) == note) ? "expired" : report.Unused.Any(unused => Stored(unused) == note) ? "unused" : "used";

    private static WaiverNote Stored(WaiverNote note) => note with
    {
        Policy = StoredText.Of(note.Policy)!,
        Image = StoredText.Of(note.Image)!,
        Reason = StoredText.Of(note.Reason)!,
        Owner = StoredText.Of(note.Owner)!,
        Ticket = StoredText.Of(note.Ticket),
    };

    private static (long, WaiverNote, long) Read(System.Data.Common.DbDataReader row) => (
        row.GetInt64(0),
        new WaiverNote(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Text(5), DateOnly.ParseExact(row.GetString(6), "O", CultureInfo.InvariantCulture)),
        row.GetInt64(7));
}
