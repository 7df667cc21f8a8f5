using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImsAudit.Tests.Naive;

/// <summary>The table of operators of the language page, line by line.</summary>
internal sealed class NaiveOperators(NaivePolicy policy, bool caseSensitive)
{
    private static readonly ConcurrentDictionary<(string, bool), Regex?> Patterns = new();

    private StringComparison Comparison => caseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <param name="subject">The raw value, and whether the catalogue calls the field a comma list.</param>
    public bool? Test(string name, JsonElement operand, (NaiveValue Value, bool IsCommaList) subject, NaiveSight sight)
    {
        if (name.StartsWith("not", StringComparison.Ordinal)) return !Test(char.ToLowerInvariant(name[3]) + name[4..], operand, subject, sight);
        var (value, isCommaList) = subject;
        if (isCommaList && value.IsScalar && (name is "contains" or "containsAll" or "containsAny" or "count" or "anyItem" or "everyItem"))
            value = NaiveValue.OfTexts(value.Text!.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0));
        if (name is "exists" or "empty") return Presence(name, Operand(operand, sight), value);
        if (name == "count") return Count(operand, value, sight);
        if (value.IsMissing) return false;
        return name switch
        {
            "between" => Between(operand, value, sight),
            "anyItem" or "everyItem" => Items(name, operand, value, sight),
            "pastEndOfLife" or "listedIn" => Lookup(name, operand, value, sight),
            "refersTo" => policy.RefersTo(operand, value, sight),
            "in" or "containsAll" or "containsAny" => Many(name, operand, value, sight),
            _ => Single(name, operand, value, sight),
        };
    }

    /// <summary>An operand that is no list: a literal, <c>param</c>, <c>field</c> or <c>outer</c>.</summary>
    private NaiveValue Operand(JsonElement operand, NaiveSight sight)
    {
        if (operand.ValueKind != JsonValueKind.Object) return new NaiveValue(operand);
        var only = operand.EnumerateObject().Single();
        return only.Name switch
        {
            "param" => policy.Parameter(only.Value.GetString()!),
            "list" => policy.List(only.Value.GetString()!),
            "field" => sight.Image.Field(only.Value.GetString()!),
            "outer" => sight.Judged.Field(only.Value.GetString()!),
            _ => throw new InvalidOperationException(operand.GetRawText()),
        };
    }

    private static bool? Presence(string name, NaiveValue operand, NaiveValue value)
    {
        if (operand.IsMissing) return false;
        var isSo = name == "exists" ? !value.IsMissing : IsEmpty(value);
        return NaiveReading.Boolean(operand) is { } wanted ? wanted == isSo : null;
    }

    private static bool IsEmpty(NaiveValue value) => value.IsMissing || value.Json?.ValueKind switch
    {
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.Text),
        JsonValueKind.Array => value.Items.Length == 0,
        JsonValueKind.Object => !value.Json!.Value.EnumerateObject().Any(),
        _ => false,
    };

    private bool? Count(JsonElement operand, NaiveValue value, NaiveSight sight)
    {
        var name = "equals";
        if (operand.ValueKind == JsonValueKind.Object && operand.EnumerateObject().Single() is { Name: not ("param" or "field" or "outer") } member)
            (name, operand) = (member.Name, member.Value);
        if (!value.IsMissing && !value.IsList) return Operand(operand, sight).IsMissing ? false : null;
        var count = NaiveValue.Of((value.IsMissing ? 0 : value.Items.Length).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Single(name, Operand(operand, sight), count, asNumber: true);
    }

    private bool? Single(string name, JsonElement operand, NaiveValue value, NaiveSight sight) =>
        name is "before" or "after" && IsLiteral(operand)
            ? Compare(name, NaiveReading.Timestamp(value), NaiveReading.Timestamp(Operand(operand, sight), orDate: true), (a, b) => a.CompareTo(b))
            : Single(name, Operand(operand, sight), value, asNumber: false, policy.AsOf);

    private static bool IsLiteral(JsonElement operand) => operand.ValueKind != JsonValueKind.Object || operand.TryGetProperty("param", out _);

    private bool? Single(string name, NaiveValue operand, NaiveValue value, bool asNumber, DateTimeOffset asOf = default)
    {
        if (operand.IsMissing) return false;
        if (name == "equals" && !asNumber) return EqualTo(value, operand);
        if (name == "contains") return Contains(value, operand);
        if (name is "startsWith" or "endsWith" or "like" or "matches")
            return value.Text is { } text && operand.Text is { } wanted ? TestText(name, text, wanted) : null;
        if (name is "before" or "after") return Compare(name, NaiveReading.Timestamp(value), NaiveReading.Timestamp(operand), (a, b) => a.CompareTo(b));
        if (name is "olderThan" or "newerThan")
            return Compare(name, NaiveReading.Timestamp(value), asOf.Ticks - NaiveReading.Duration(operand), (a, b) => a.CompareTo(b));
        if (name is "versionAtLeast" or "versionBelow")
            return NaiveReading.Version(value) is { } left && NaiveReading.Version(operand) is { } right ? Holds(name, NaiveReading.Compare(left, right)) : null;
        return Compare(name, NaiveReading.Number(value), NaiveReading.Number(operand), NaiveReading.Compare);
    }

    private static bool? Compare<T>(string name, T? left, T? right, Func<T, T, int> compare) where T : struct =>
        left is { } a && right is { } b ? Holds(name, compare(a, b)) : null;

    private static bool Holds(string name, int order) => name switch
    {
        "equals" => order == 0,
        "before" or "olderThan" or "lessThan" or "versionBelow" => order < 0,
        "after" or "newerThan" or "greaterThan" => order > 0,
        "atLeast" or "versionAtLeast" => order >= 0,
        "atMost" => order <= 0,
        _ => throw new InvalidOperationException(name),
    };

    private bool? TestText(string name, string text, string wanted) => name switch
    {
        "startsWith" => text.StartsWith(wanted, Comparison),
        "endsWith" => text.EndsWith(wanted, Comparison),
        "like" => NaiveReading.Like(text, wanted, Comparison),
        _ => Patterns.GetOrAdd((wanted, caseSensitive), Compile)?.IsMatch(text),
    };

    private static Regex? Compile((string Pattern, bool CaseSensitive) key)
    {
        try
        {
            return new Regex(key.Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | (key.CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private bool? EqualTo(NaiveValue value, NaiveValue operand) => operand.Json?.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => NaiveReading.Boolean(value) is { } read ? read == NaiveReading.Boolean(operand) : null,
        JsonValueKind.Number => Compare("equals", NaiveReading.Number(value), NaiveReading.Number(operand), NaiveReading.Compare),
        JsonValueKind.String => value.Text?.Equals(operand.Text, Comparison),
        _ => null,
    };

    private bool? Contains(NaiveValue value, NaiveValue operand)
    {
        if (!operand.IsScalar) return null;
        if (value.IsList) return Kleene.Any(value.Items.Select(item => item.IsMissing ? false : EqualTo(item, operand)));
        return value.Text?.Contains(operand.Text!, Comparison);
    }

    private bool? Many(string name, JsonElement operand, NaiveValue value, NaiveSight sight)
    {
        if (ItemsOf(name, operand, sight, out var isMissing) is not { } items) return isMissing ? false : null;
        // "A value that is there but cannot be read as the operator needs it is unknown": also beside an empty list.
        if (value.Text is null && !(value.IsList && name != "in")) return null;
        return name switch
        {
            "in" => Kleene.Any(items.Select(item => EqualTo(value, item))),
            "containsAll" => Kleene.All(items.Select(item => Contains(value, item))),
            _ => Kleene.Any(items.Select(item => Contains(value, item))),
        };
    }

    private NaiveValue[]? ItemsOf(string name, JsonElement operand, NaiveSight sight, out bool isMissing)
    {
        isMissing = false;
        if (operand.ValueKind == JsonValueKind.Array) return [.. operand.EnumerateArray().Select(item => Operand(item, sight))];
        var list = Operand(operand, sight);
        isMissing = list.IsMissing;
        // "Else read as the operator reads its left side": the contains family sees a comma list as a list, "in" its raw text.
        if (name != "in" && (operand.TryGetProperty("field", out var field) || operand.TryGetProperty("outer", out field)) && field.GetString() == "__support_agent_list" && list.IsScalar)
            list = NaiveValue.OfTexts(list.Text!.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0));
        return list.IsList && list.Items.All(item => item.IsScalar) ? list.Items : null;
    }

    private bool? Between(JsonElement operand, NaiveValue value, NaiveSight sight)
    {
        var bounds = operand.EnumerateArray().Select(bound => Operand(bound, sight)).ToList();
        if (bounds.Any(bound => bound.IsMissing)) return false;
        var numbers = bounds.Append(value).Select(NaiveReading.Number).ToList();
        if (numbers.Contains(null)) return null;
        return NaiveReading.Compare(numbers[2]!.Value, numbers[0]!.Value) >= 0 && NaiveReading.Compare(numbers[2]!.Value, numbers[1]!.Value) <= 0;
    }

    private bool? Items(string name, JsonElement operand, NaiveValue value, NaiveSight sight)
    {
        if (!value.IsList) return null;
        var inner = operand.TryGetProperty("caseSensitive", out var choice) ? new NaiveOperators(policy, choice.GetBoolean()) : this;
        var only = operand.EnumerateObject().Single(member => member.Name != "caseSensitive");
        var truths = value.Items.Select(item => inner.Test(only.Name, only.Value, (item, false), sight));
        return name == "anyItem" ? Kleene.Any(truths) : Kleene.All(truths);
    }

    private bool? Lookup(string name, JsonElement operand, NaiveValue value, NaiveSight sight)
    {
        var table = policy.Table(name == "listedIn" ? operand.GetString()! : operand.GetProperty("table").GetString()!);
        var within = name == "listedIn" || !operand.TryGetProperty("within", out var given) ? NaiveValue.Of("\"0d\"") : Operand(given, sight);
        if (within.IsMissing) return false;
        if (NaiveReading.Duration(within) is not { } ticks || value.Text is not { } text) return null;
        var row = table.Where(one => NaiveReading.Like(text, one.Like, Comparison)).OrderByDescending(one => one.Like.Length).FirstOrDefault();
        if (name == "listedIn") return row.Like is not null;
        return row.EndOfLife is { } end && end.Ticks <= policy.AsOf.Ticks + ticks;
    }
}
