using ImsAudit.History.Databases;

namespace ImsAudit.History.Recording;

/// <summary>Stores one scan: everything in the session's transaction, which the caller commits.</summary>
internal static class ScanRecorder
{
    public static async Task<StoredScan> StoreAsync(Session session, ScanToStore scan, CancellationToken cancellationToken)
    {
        var run = scan.Result.Run;
        if (await session.CountAsync("SELECT COUNT(*) FROM scan WHERE run_id = @run", [SqlValue.Of("@run", StoredText.Of(run.Id))], cancellationToken) > 0)
            return new StoredScan(AlreadyThere: true, Late: false, 0, 0, 0);
        var books = await OpenBooksAsync(session, scan, cancellationToken);
        var policySet = await books.Policies.OfAsync(scan.Result.Policies.Select(policy => (policy.Id, StoredText.Of(policy.Title)!, policy.Severity)), cancellationToken);
        var selection = await books.Places.OfAsync(books.Coverage.Asked, cancellationToken);
        var waivers = new WaiverRecorder(session, books.At);
        await waivers.RecordAsync(scan.Waivers, scan.Result.Waivers, cancellationToken);

        var secrets = new SecretFields(scan.Policies, scan.Findings);
        var fields = await FieldBook.LoadAsync(session, scan.Policies, secrets, cancellationToken);
        await using var images = new ImageRecorder(books, new ImageDigest(fields, scan.Inventory.Projects), secrets);
        await images.LoadAsync(cancellationToken);
        await foreach (var image in scan.Inventory.ReadAsync(cancellationToken)) await images.AddAsync(image, cancellationToken);
        await images.EndAsync(cancellationToken);
        await books.Places.LookAtAsync(books.Coverage, books.At, cancellationToken);

        await using var findings = new FindingRecorder(books, images, waivers.NumberOf);
        await findings.LoadAsync(cancellationToken);
        foreach (var finding in scan.Findings) await findings.AddAsync(finding, selection, cancellationToken);
        await findings.EndAsync(policySet, cancellationToken);

        var decided = await books.Policies.WithoutAsync(policySet, findings.Undecided, cancellationToken);
        foreach (var place in books.Places.Numbers.Where(books.IsWhole)) await books.Policies.CoverAsync(place, decided, books.At, cancellationToken);
        var stored = new StoredScan(AlreadyThere: false, images.Late || findings.Late, findings.Opened, findings.Reopened, findings.Fixed);
        if (scan.Forecast is { } forecast)
        {
            await using var due = new DueRecorder(books, images, waivers.NumberOf);
            await due.RecordAsync((selection, policySet), forecast.Due, cancellationToken);
        }
        await ScanRow.InsertAsync(session, scan.Result, stored, (selection, policySet, scan.Forecast?.Until), cancellationToken);
        return stored;
    }

    private static async Task<ScanBooks> OpenBooksAsync(Session session, ScanToStore scan, CancellationToken cancellationToken)
    {
        var run = scan.Result.Run;
        return new ScanBooks(
            session,
            Moment.ToStore(run.AsOf),
            new ScanCoverage(run.Listings, run.Completeness),
            await PlaceBook.LoadAsync(session, cancellationToken),
            await PolicyBook.LoadAsync(session, cancellationToken));
    }
}
