using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Snapshots;

/// <summary>The plan as a collection's partial file carries it.</summary>
internal static class CollectionPlanJson
{
    public static void Write(Utf8JsonWriter writer, CollectionPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("targets");
        foreach (var target in plan.Targets) Write(writer, target);
        writer.WriteEndArray();
        writer.WriteTexts("categories", [.. plan.Categories.Select(ImageCategories.Name)]);
        writer.WriteTexts("filters", plan.Filters);
        writer.WriteString("api", plan.Api);
        writer.WriteString("apiVersion", plan.ApiVersion);
        writer.WriteEndObject();
    }

    /// <exception cref="JsonRowException">It is no plan.</exception>
    public static CollectionPlan Read(JsonRow row) => new()
    {
        Targets = row.Rows("targets", target => new PlannedTarget(ScopeJson.Read(target.Row("scope")), target.OptionalText("endpoint"))),
        Categories = CategorySet.Of(row.Texts("categories").Select(name =>
            ImageCategories.TryParse(name, out var category) ? category : throw row.At("categories", "names no category"))),
        Filters = row.Texts("filters"),
        Api = row.Text("api"),
        ApiVersion = row.OptionalText("apiVersion"),
    };

    private static void Write(Utf8JsonWriter writer, PlannedTarget target)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("scope");
        ScopeJson.Write(writer, target.Scope);
        writer.WriteString("endpoint", target.Endpoint);
        writer.WriteEndObject();
    }
}
