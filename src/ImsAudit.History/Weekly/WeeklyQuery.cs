using ImsAudit.History.Reading;
using ImsAudit.Results;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>What a weekly report is to be about.</summary>
/// <param name="AsOf">The moment that its last period ends with, UTC.</param>
/// <param name="Length">Of a period.</param>
/// <param name="Periods">How many are shown, at least one.</param>
public sealed record WeeklyRequest(DateTimeOffset AsOf, TimeSpan Length, int Periods)
{
    public required ToolInfo Tool { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>The key of the tag that names an image's owner.</summary>
    public string OwnerTag { get; init; } = "owner";

    /// <summary>The last period; the moment itself belongs to it.</summary>
    internal Period Period => Reading.Period.Before(AsOf, Length, 1) is [var last] ? last : new Period(DateTimeOffset.MinValue, Reading.Period.Behind(AsOf));
}

/// <summary>Makes a weekly report of a history. What later scans changed is taken back: the history is asked what it knew then.</summary>
public static class WeeklyQuery
{
    public static async Task<WeeklyReport> RunAsync(HistoryReading reading, WeeklyRequest request, CancellationToken cancellationToken)
    {
        var period = request.Period;
        var subjects = new Subjects(request.OwnerTag);
        var scans = await reading.ScansAsync(new Period(DateTimeOffset.MinValue, period.To), cancellationToken);
        var trend = await reading.TrendAsync(request.AsOf, request.Length, request.Periods, cancellationToken);
        var findings = await new FindingPart(reading, period, subjects).ReadAsync(cancellationToken);
        var (drift, published, first) = await new ImagePart(reading, period, subjects).ReadAsync(scans, cancellationToken);
        return new WeeklyReport
        {
            Tool = request.Tool,
            Language = request.Language,
            OwnerTag = request.OwnerTag,
            From = period.From,
            AsOf = request.AsOf,
            Selections = new SelectionPart(reading, request).Of(scans),
            Series = [.. trend.Select(series => SeriesPart.Of(series, scans))],
            Findings = findings,
            Forecast = await new ForecastPart(reading, request, subjects).ReadAsync(scans, findings, cancellationToken),
            Waivers = WaiverPart.Of(reading.Waivers, scans, findings, request),
            Shares = await new SharePart(reading, period, subjects).ReadAsync(cancellationToken),
            Drift = drift,
            NewPublic = published,
            FirstPublic = first,
        };
    }
}
