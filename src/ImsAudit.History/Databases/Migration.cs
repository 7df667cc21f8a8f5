using System.Data.Common;

namespace ImsAudit.History.Databases;

/// <summary>Brings the schema of a history to this program's version, in one transaction.</summary>
internal static class Migration
{
    /// <param name="steps">The statements that lead from each version to the next; there are as many versions as steps.</param>
    /// <param name="create">A history that is not there is made.</param>
    /// <exception cref="HistoryException">There is no history, or it was written by a newer program.</exception>
    public static async Task RunAsync(HistoryDatabase database, IReadOnlyList<string> steps, bool create, CancellationToken cancellationToken)
    {
        await using var connection = await database.ConnectAsync(create, cancellationToken);
        var found = await VersionAsync(database, connection, steps.Count, cancellationToken);
        if (found == steps.Count) return;
        if (found == 0 && !create) throw new HistoryException($"There is no history at {database.Name}. A scan with --history makes one.", isMistake: true);
        await using var session = new Session(connection, await database.BeginWritingAsync(connection, cancellationToken));
        // Once more, behind the lock: another program may have done it meanwhile.
        var version = await VersionAsync(database, connection, steps.Count, cancellationToken);
        if (version == steps.Count) return;
        await database.PrepareSchemaAsync(session, cancellationToken);
        foreach (var statement in steps.Skip(version).SelectMany(step => HistorySchema.Statements(step, database)))
            await session.ExecuteAsync(statement, [], cancellationToken);
        await database.WriteVersionAsync(session, steps.Count, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    private static async Task<int> VersionAsync(HistoryDatabase database, DbConnection connection, int known, CancellationToken cancellationToken)
    {
        var version = await database.ReadVersionAsync(connection, cancellationToken);
        if (version > known)
            throw new HistoryException($"{database.Name} was written by a newer imsaudit (schema {version}; this one knows {known}). Nothing in it was changed. Use that version, or another history.", isMistake: true);
        return version;
    }
}
