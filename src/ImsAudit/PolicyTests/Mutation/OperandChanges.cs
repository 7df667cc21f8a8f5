using System.Globalization;
using System.Text.RegularExpressions;
using ImsAudit.Conditions;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.PolicyTests.Mutation;

/// <summary>Changes of literals: each by the smallest step that must make a difference.</summary>
internal static partial class OperandChanges
{
    /// <param name="shape">How the operator reads the literal.</param>
    public static IEnumerable<Change> Of(JsonNodeAt node, OperandShape shape) => shape switch
    {
        OperandShape.Range => node.Items.SelectMany(bound => Literal(bound, OperandShape.Number)),
        OperandShape.List => ItemsRemoved(node),
        OperandShape.Count => Count(node),
        OperandShape.EndOfLife => EndOfLife(node),
        _ => Literal(node, shape),
    };

    public static IEnumerable<Change> ItemsRemoved(JsonNodeAt list) =>
        list.Items.Select(item => new Change(item, $"the item {item.Value.Text ?? "{…}"} is removed", list, JsonEdit.WithItems(list, list.Items.Where(other => other != item))));

    private static IEnumerable<Change> Literal(JsonNodeAt node, OperandShape shape)
    {
        if (node.Boolean is { } flag) return [Change.Of(node, flag ? "false" : "true")];
        if (node.Kind == JsonKind.Number) return Steps(node.Value.Text!).Select(json => Change.Of(node, json));
        if (node.Text is not { } text) return [];
        return Texts(text, shape).Select(other => Change.Of(node, JsonNodes.OfString(other)));
    }

    private static IEnumerable<string> Texts(string text, OperandShape shape) => shape switch
    {
        OperandShape.Regex => RegexChanges.Of(text),
        OperandShape.Duration or OperandShape.Version => LastNumber().Match(text) is { Success: true } match
            ? Steps(match.Value).Where(other => other[0] != '-').Select(other => text[..match.Index] + other + text[(match.Index + match.Length)..])
            : [],
        OperandShape.Timestamp => Moments(text),
        _ => [text + "~"],
    };

    private static IEnumerable<string> Moments(string text)
    {
        if (!Timestamp.TryParseTimeOrDate(text, out var moment)) return [];
        var step = text.Length == 10 ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(1);
        var form = text.Length == 10 ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
        return new[] { moment - step, moment + step }.Select(other => other.ToString(form, CultureInfo.InvariantCulture));
    }

    /// <summary>A length is never below 0, so that a number below makes no difference.</summary>
    private static IEnumerable<Change> Count(JsonNodeAt node)
    {
        if (node.Kind == JsonKind.Number) return Literal(node, OperandShape.Number).Where(change => change.Replacement.Value.Text![0] != '-');
        if (node.Members is not [var member] || CountNeighbours(member.Name) is not { Length: > 0 } neighbours) return [];
        return neighbours.Select(other => Change.Renamed(node, member, other))
            .Concat(Count(member.Value).Where(change => member.Name != "lessThan" || change.Replacement.Value.Text != "0"));
    }

    private static string[] CountNeighbours(string name) => name switch
    {
        "atLeast" => ["atMost"],
        "atMost" => ["atLeast"],
        "greaterThan" => ["lessThan"],
        "lessThan" => ["greaterThan"],
        "equals" => ["atLeast", "atMost"],
        _ => [],
    };

    private static IEnumerable<Change> EndOfLife(JsonNodeAt node) => node.Find("within") is { } within
        ? Literal(within.Value, OperandShape.Duration)
        : [new Change(node, "within becomes 1d", node, JsonEdit.WithMember(node, "within", JsonNodes.OfString("1d")))];

    /// <summary>One more and one less in the last place that a whole number has; of fractions, 1.</summary>
    private static string[] Steps(string number) => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? [(value + 1).ToString(CultureInfo.InvariantCulture), (value - 1).ToString(CultureInfo.InvariantCulture)]
        : [];

    [GeneratedRegex(@"[0-9]+(?=[^0-9]*\z)", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();
}
