using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.References;

/// <summary>Reads <c>*.list.json</c> and <c>*.table.json</c>; null is returned, and noted, when one is wrong.</summary>
internal static class ReferenceParser
{
    private static readonly string[] ListMembers = ["$schema", "id", "description", "values"];
    private static readonly string[] TableMembers = ["$schema", "id", "description", "rows"];
    private static readonly string[] RowMembers = ["like", "endOfLife", "source"];

    public static ValueList? ParseList(JsonNodeAt root, Mistakes mistakes)
    {
        var reader = new ObjectReader(root, mistakes, ListMembers);
        var id = reader.RequiredText("id");
        var values = new List<FieldValue>();
        foreach (var item in reader.Required("values") is { } list ? reader.Items(list, ListValue.Reader.Literal) : [])
        {
            if (ScalarValue.Reader.ReadLiteral(item).IsRead) values.Add(item.Value);
            else mistakes.Add(item, $"expected {ScalarValue.Reader.Literal}, found {item.Describe()}");
        }
        var description = reader.Text("description");
        return mistakes.All.Count > 0 ? null : new ValueList(id!, values, description) { Source = root.Json };
    }

    public static LookupTable? ParseTable(JsonNodeAt root, Mistakes mistakes)
    {
        var reader = new ObjectReader(root, mistakes, TableMembers);
        var id = reader.RequiredText("id");
        var rows = reader.Required("rows") is { } list ? RowsOf(list, mistakes) : [];
        var description = reader.Text("description");
        return mistakes.All.Count > 0 ? null : new LookupTable(id!, rows, description) { Source = root.Json };
    }

    /// <summary>A table from its rows alone, as tests of policies give it.</summary>
    public static LookupTable? ParseRows(string id, JsonNodeAt list, Mistakes mistakes)
    {
        var rows = RowsOf(list, mistakes);
        return mistakes.All.Count > 0 ? null : new LookupTable(id, rows, description: null) { Source = list.Json };
    }

    private static List<TableRow> RowsOf(JsonNodeAt list, Mistakes mistakes)
    {
        if (list.Kind == JsonKind.Array) return [.. list.Items.Select(row => ParseRow(row, mistakes)).OfType<TableRow>()];
        mistakes.Add(list, $"expected a list of rows, found {list.Describe()}");
        return [];
    }

    private static TableRow? ParseRow(JsonNodeAt row, Mistakes mistakes)
    {
        if (row.Kind != JsonKind.Object)
        {
            mistakes.Add(row, $"expected a row such as {{ \"like\": \"CentOS 7*\", \"endOfLife\": \"2024-06-30\" }}, found {row.Describe()}");
            return null;
        }
        var reader = new ObjectReader(row, mistakes, RowMembers);
        var like = reader.RequiredText("like");
        var source = reader.Text("source");
        DateTimeOffset? end = null;
        if (reader.Text("endOfLife") is { } text)
        {
            if (Timestamp.TryParseTimeOrDate(text, out var time)) end = time;
            else mistakes.Add(reader.Member("endOfLife")!, $"expected a date such as \"2024-06-30\", found \"{text}\"");
        }
        return like is null ? null : new TableRow(new Wildcard(like, caseSensitive: false), end, source);
    }
}
