using System.Globalization;
using System.Text;
using ImsAudit.Conditions;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Waivers;

/// <summary>Reads a waiver file; all of its mistakes are noted together.</summary>
internal sealed class WaiverParser(CompilationScope scope)
{
    private static readonly string[] FileMembers = ["$schema", "waivers"];
    private static readonly string[] Targets = ["image", "name", "where"];

    private static readonly string[] WaiverMembers =
        ["policy", .. Targets, "cloud", "region", "project", "reason", "owner", "ticket", "expires", "whileFieldIs"];

    /// <summary>Every waiver that could be read; what could not was noted.</summary>
    public IReadOnlyList<Waiver> Parse(JsonNodeAt root)
    {
        if (root.Kind != JsonKind.Object)
        {
            scope.Note(root, $"expected {{ \"waivers\": [ … ] }}, found {root.Describe()}");
            return [];
        }
        var reader = new ObjectReader(root, scope.Mistakes, FileMembers);
        return reader.Required("waivers") is { } list ? [.. reader.Items(list, "a list of waivers").Select(ParseWaiver).OfType<Waiver>()] : [];
    }

    private Waiver? ParseWaiver(JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Object)
        {
            scope.Note(node, $"expected a waiver (an object), found {node.Describe()}");
            return null;
        }
        var reader = new ObjectReader(node, scope.Mistakes, WaiverMembers);
        var (policy, target, expires) = (Filled(reader, "policy"), ParseTarget(node), ParseExpires(reader));
        var (reason, owner, conditions) = (Filled(reader, "reason"), Filled(reader, "owner"), ParseConditions(reader));
        var (cloud, region, project, ticket) = (reader.Text("cloud"), reader.Text("region"), reader.Text("project"), reader.Text("ticket"));
        if (policy is null || target is null || reason is null || owner is null || expires is null) return null;
        return new Waiver
        {
            Policy = new Wildcard(policy, caseSensitive: true),
            Target = target,
            Cloud = cloud,
            Region = region,
            Project = project,
            Reason = reason,
            Owner = owner,
            Ticket = ticket,
            Expires = expires.Value,
            WhileFieldIs = conditions,
            Position = node.Position,
        };
    }

    /// <summary>A text that must be there and say something.</summary>
    private string? Filled(ObjectReader reader, string name)
    {
        if (reader.RequiredText(name) is not { } text) return null;
        if (!string.IsNullOrWhiteSpace(text)) return text;
        scope.Note(reader.Member(name)!, $"\"{name}\" is empty: say it, since others will ask");
        return null;
    }

    private WaiverTarget? ParseTarget(JsonNodeAt node)
    {
        var given = node.Members.Where(member => Targets.Contains(member.Name)).ToList();
        if (given is not [var only])
        {
            scope.Note(node, $"expected exactly one of {string.Join(", ", Targets)}, found {(given.Count == 0 ? "none" : string.Join(" and ", given.Select(member => member.Name)))}");
            return null;
        }
        if (only.Name == "where") return ParseWhere(only.Value);
        if (only.Value.Text is not { Length: > 0 } text)
        {
            scope.Note(only.Value, $"expected a text that is not empty, found {only.Value.Describe()}");
            return null;
        }
        return only.Name == "image" ? new ImageIdTarget(text) : new ImageNameTarget(new Wildcard(text, caseSensitive: false));
    }

    private WhereTarget? ParseWhere(JsonNodeAt node)
    {
        var before = scope.Queries.Count;
        var condition = ConditionParser.Parse(scope, node);
        // What policies ask of other images is indexed before any is judged; what a waiver asks is not.
        if (scope.Queries.Count > before)
        {
            scope.Note(node, "\"refersTo\" cannot stand in a waiver, since a waiver sees one image only: name the image by \"image\" or \"name\", or by its own fields");
            return null;
        }
        return condition is null ? null : new WhereTarget(condition, Encoding.UTF8.GetString(node.Json.Span));
    }

    private DateOnly? ParseExpires(ObjectReader reader)
    {
        if (reader.RequiredText("expires") is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        scope.Note(reader.Member("expires")!, $"expected a date such as \"2026-12-31\", the last valid day in UTC; found \"{text}\"");
        return null;
    }

    private List<ExpectedValue> ParseConditions(ObjectReader reader)
    {
        var values = new List<ExpectedValue>();
        if (reader.Member("whileFieldIs") is not { } node) return values;
        if (node.Kind != JsonKind.Object) scope.Note(node, $"expected an object of field to value, found {node.Describe()}");
        foreach (var member in node.Members)
        {
            if (Fields.FieldNames.MistakeIn(member.Name) is { } mistake) scope.Note(member, mistake);
            else if (scope.SlotOf(JsonNodes.OfString(member.Name)) is { } slot) values.Add(new ExpectedValue(member.Name, slot, member.Value.Value));
        }
        return values;
    }
}
