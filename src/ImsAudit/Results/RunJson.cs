using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Results;

/// <summary>The result's member <c>run</c>.</summary>
internal static class RunJson
{
    public static void Write(Utf8JsonWriter writer, RunInfo run)
    {
        writer.WriteStartObject();
        writer.WriteString("id", run.Id);
        writer.WriteString("asOf", SafeJson.Time(run.AsOf));
        writer.WriteString("startedAt", SafeJson.Time(run.StartedAt));
        writer.WriteString("finishedAt", SafeJson.Time(run.FinishedAt));
        if (run.Completeness == Completeness.NotKnown) writer.WriteNull("complete");
        else writer.WriteBoolean("complete", run.Completeness == Completeness.Complete);
        writer.WriteStartArray("listings");
        foreach (var listing in run.Listings) ListingJson.Write(writer, listing);
        writer.WriteEndArray();
        writer.WriteNumber("images", run.Images);
        writer.WriteString("policySetSha256", run.PolicySetSha256);
        writer.WriteString("snapshotSha256", run.SnapshotSha256);
        writer.WriteString("waiversSha256", run.WaiversSha256);
        writer.WriteTexts("notes", run.Notes);
        writer.WriteString("language", run.Language);
        if (run.HistoryError is { } error) writer.WriteString("historyError", error);
        writer.WriteEndObject();
    }

    public static RunInfo Read(JsonRow row) => new()
    {
        Id = row.Text("id"),
        AsOf = row.Time("asOf"),
        StartedAt = row.Time("startedAt"),
        FinishedAt = row.Time("finishedAt"),
        Completeness = ReadCompleteness(row),
        Listings = row.Rows("listings", ListingJson.Read),
        Images = row.Count("images"),
        PolicySetSha256 = row.Text("policySetSha256"),
        SnapshotSha256 = row.OptionalText("snapshotSha256"),
        WaiversSha256 = row.OptionalText("waiversSha256"),
        Notes = row.OptionalTexts("notes") ?? [],
        Language = row.OptionalText("language") ?? "en",
        HistoryError = row.OptionalText("historyError"),
    };

    // Null says "not known"; a member that is not there says nothing, and nothing is never complete.
    private static Completeness ReadCompleteness(JsonRow row) => row.OptionalBoolean("complete") switch
    {
        true => Completeness.Complete,
        false => Completeness.Incomplete,
        null => Completeness.NotKnown,
    };
}
