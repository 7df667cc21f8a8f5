using System.Text.Json;

namespace ImsAudit.Weekly;

/// <summary>The members with counts: <c>summary</c>, <c>severities</c>, <c>projects</c>, <c>owners</c>.</summary>
internal static class WeeklyTallyJson
{
    public static void Write(Utf8JsonWriter writer, WeeklyReport report)
    {
        writer.WritePropertyName("summary");
        Write(writer, WeeklyTally.All(report), key: null);
        Write(writer, ("severities", "severity"), WeeklyTally.BySeverity(report));
        Write(writer, ("projects", "project"), WeeklyTally.ByPlace(report));
        Write(writer, ("owners", "owner"), WeeklyTally.ByOwner(report));
    }

    private static void Write(Utf8JsonWriter writer, (string List, string Key) names, IReadOnlyList<WeeklyTally> tallies)
    {
        writer.WriteStartArray(names.List);
        foreach (var tally in tallies) Write(writer, tally, names.Key);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, WeeklyTally tally, string? key)
    {
        writer.WriteStartObject();
        if (key is not null) writer.WriteString(key, tally.Key);
        writer.WriteNumber("open", tally.Open);
        writer.WriteNumber("new", tally.New);
        writer.WriteNumber("reopened", tally.Back);
        writer.WriteNumber("stillOpen", tally.Still);
        writer.WriteNumber("fixed", tally.Fixed);
        writer.WriteNumber("undecided", tally.Undecided);
        writer.WriteNumber("waived", tally.Waived);
        WriteDays(writer, "meanAgeDays", tally.MeanAge);
        WriteDays(writer, "worstAgeDays", tally.WorstAge);
        WriteDays(writer, "meanDaysToFix", tally.MeanTimeToFix);
        WriteDays(writer, "worstDaysToFix", tally.WorstTimeToFix);
        writer.WriteEndObject();
    }

    private static void WriteDays(Utf8JsonWriter writer, string name, TimeSpan? time)
    {
        if (time is { } known) writer.WriteNumber(name, Math.Round(known.TotalDays, 2));
        else writer.WriteNull(name);
    }
}
