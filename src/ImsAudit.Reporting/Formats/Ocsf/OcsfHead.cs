using System.Text.Json;
using ImsAudit.Policies;

namespace ImsAudit.Reporting.Formats.Ocsf;

/// <summary>A number of the schema with its caption.</summary>
internal readonly record struct OcsfValue(int Id, string Caption)
{
    public static OcsfValue Create { get; } = new(1, "Create");
    public static OcsfValue Update { get; } = new(2, "Update");
    public static OcsfValue Close { get; } = new(3, "Close");

    public static OcsfValue New { get; } = new(1, "New");
    public static OcsfValue InProgress { get; } = new(2, "In Progress");
    public static OcsfValue Suppressed { get; } = new(3, "Suppressed");
    public static OcsfValue Resolved { get; } = new(4, "Resolved");

    public static OcsfValue Pass { get; } = new(1, "Pass");
    /// <summary>The check gave no result, because something was not known.</summary>
    public static OcsfValue Warning { get; } = new(2, "Warning");
    public static OcsfValue Fail { get; } = new(3, "Fail");

    public static OcsfValue Of(Severity severity) => severity switch
    {
        Severity.Critical => new(5, "Critical"),
        Severity.High => new(4, "High"),
        Severity.Medium => new(3, "Medium"),
        Severity.Low => new(2, "Low"),
        _ => new(1, "Informational"),
    };

    /// <summary>Writes <paramref name="name"/> with the caption and <paramref name="name"/>_id with the number.</summary>
    public void Write(Utf8JsonWriter writer, string name)
    {
        writer.WriteNumber($"{name}_id", Id);
        writer.WriteString(name, Caption);
    }
}

/// <summary>What every event begins with: its class, and how it is to be taken.</summary>
internal sealed record OcsfHead(OcsfValue Activity, OcsfValue Severity, OcsfValue Status)
{
    private const int Category = 2;
    private const int Class = 2003;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("category_uid", Category);
        writer.WriteString("category_name", "Findings");
        writer.WriteNumber("class_uid", Class);
        writer.WriteString("class_name", "Compliance Finding");
        writer.WriteNumber("activity_id", Activity.Id);
        writer.WriteString("activity_name", Activity.Caption);
        writer.WriteNumber("type_uid", (Class * 100) + Activity.Id);
        writer.WriteString("type_name", $"Compliance Finding: {Activity.Caption}");
        Severity.Write(writer, "severity");
        Status.Write(writer, "status");
    }
}
