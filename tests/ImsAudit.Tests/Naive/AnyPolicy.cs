using CsCheck;

namespace ImsAudit.Tests.Naive;

/// <summary>Random policies: every operator with every form of operand, nested in every branch.</summary>
internal static class AnyPolicy
{
    public const string Parameters = """
        "text": { "type": "string", "default": "x" }, "number": { "type": "number", "default": 5 }, "flag": { "type": "boolean", "default": true },
        "age": { "type": "duration", "default": "90d" }, "day": { "type": "date", "default": "2025-10-03" }, "items": { "type": "list", "default": ["x", 5, true, "a"] }
        """;

    private static readonly string[] Fields =
    [
        "f", "f", "f", "g", "name", "ref", "owner", "__os_version", "min_disk", "created_at", "updated_at", "tags", "__support_agent_list", "__os_feature_list", "__os_feature_list.a", "__os_feature_list.p.q", "o", "o.p", "o.p.q",
        "o.a", "none", "@category", "@categories", "@memberStatus", "@cloud", "@region", "@project", "@own", "@tagKeys", "@tag.ENV", "@tag.a",
    ];

    public static readonly Gen<string> Field = Pick.Of(Fields).Select(name => $"\"{name}\"");

    private static readonly Gen<string> AnyTime = Pick.Of("\"2025-10-03T00:00:00Z\"", "\"2025-10-03\"", "\"2025-12-31T23:59:59.9999999Z\"", "\"2025-10-03 00:00:00\"");

    private static readonly Gen<string> Pattern = Pick.Of("\"x\"", "\"^[a-z]+$\"", "\"\"", "\"7\\\\.\"", "\"(?-i:X)|5\"", "\"^\\\\s*$\"", "\"k\"", "\"\\\\p{L}\"");

    private static readonly Gen<string> Wild = Pick.Of("\"*\"", "\"?\"", "\"x*\"", "\"*5*\"", "\"centos*\"", "\"*?\"", "\"\"", "\"X?\"", "\"*i?\"", "\"\\ud801\\udc00\"", "\"\\u212a\"");

    private static readonly Gen<string> Age = Pick.Of("\"90d\"", "\"12w\"", "\"36h\"", "\"0s\"", "\"P90D\"", "\"PT36H\"", "\"P1DT12H\"", "\"99999999999w\"", "\"30m\"");

    private static readonly Gen<string> Number = Pick.Of(AnyJson.Numbers);

    private static readonly Gen<string> ListLiteral = Gen.OneOf(
        Gen.OneOf(AnyJson.Scalar, Pick.Of("{\"param\":\"text\"}", "{\"param\":\"number\"}")).Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
        Pick.Of("{\"list\":\"keys\"}", "{\"list\":\"none\"}", "{\"param\":\"items\"}"));

    public static Gen<string> Condition { get; } = Conditions(inWhere: false, depth: 0);

    private static Gen<string> Conditions(bool inWhere, int depth) => depth > 2 ? Leaf(inWhere, depth) : Gen.Frequency(
        (5, Leaf(inWhere, depth)),
        (1, Pick.Of("true", "false")),
        (2, Conditions(inWhere, depth + 1).Array[0, 3].Select(items => $"{{\"allOf\":[{string.Join(',', items)}]}}")),
        (2, Conditions(inWhere, depth + 1).Array[0, 3].Select(items => $"{{\"anyOf\":[{string.Join(',', items)}]}}")),
        (2, Conditions(inWhere, depth + 1).Select(item => $"{{\"not\":{item}}}")));

    private static Gen<string> Leaf(bool inWhere, int depth)
    {
        var subject = Gen.Frequency(
            (20, Field.Select(field => $"\"field\":{field}")),
            (1, Pick.Of("\"list\":\"keys\"", "\"list\":\"none\"", "\"param\":\"items\"", "\"param\":\"text\"", "\"param\":\"flag\"")));
        return Gen.Select(subject, Operator(inWhere, depth), CaseSensitive, (about, use, choice) => $"{{{about},{use}{choice}}}");
    }

    private static Gen<string> CaseSensitive => Gen.Frequency((4, Gen.Const("")), (2, Gen.Const(",\"caseSensitive\":true")), (1, Gen.Const(",\"caseSensitive\":false")));

    private static Gen<string> Operator(bool inWhere, int depth)
    {
        Gen<string> One(string names, Gen<string> operand) => Gen.Select(Pick.Of(names.Split(' ')), operand, (name, value) => $"\"{name}\":{value}");
        Gen<string> With(Gen<string> literal, string parameter) => WithForms(literal, parameter, inWhere);
        var counts = Gen.Select(Pick.Of("atLeast", "atMost", "equals", "greaterThan", "lessThan"), With(Number, "number"), (name, value) => $"{{\"{name}\":{value}}}");
        var operators = new List<Gen<string>>
        {
            One("exists empty", With(Pick.Of("true", "false"), "flag")),
            One("equals notEquals contains notContains", With(AnyJson.Scalar, "text")),
            One("equals notEquals contains notContains", With(Pick.Of("true", "false", "5", "0"), "number")),
            One("in notIn containsAll containsAny", With(ListLiteral, "items")),
            One("startsWith endsWith", With(Pick.Of(AnyJson.Texts), "text")),
            One("like notLike", With(Wild, "text")),
            One("matches notMatches", With(Pattern, "text")),
            One("greaterThan atLeast lessThan atMost", With(Number, "number")),
            One("between", Gen.Select(With(Number, "number"), With(Number, "number"), (low, high) => $"[{low},{high}]")),
            One("before after", With(AnyTime, "day")),
            One("olderThan newerThan", With(Age, "age")),
            One("versionAtLeast versionBelow", With(Pick.Of("\"7.6\"", "\"v8\"", "\"0\"", "\"10.0.1\"", "\"x7.06y\""), "text7")),
            One("count", Gen.OneOf(With(Number, "number"), counts)),
            One("pastEndOfLife", Gen.OneOf(Gen.Const("{\"table\":\"os\"}"), With(Age, "age").Select(within => $"{{\"table\":\"os\",\"within\":{within}}}"))),
            One("listedIn", Gen.Const("\"os\"")),
        };
        if (depth < 3)
        {
            operators.Add(One("anyItem everyItem", Gen.Select(Operator(inWhere, depth + 2), CaseSensitive, (use, choice) => $"{{{use}{choice}}}")));
            operators.Add(One("refersTo", Reference(depth)));
        }
        return Gen.OneOf([.. operators]);
    }

    private static Gen<string> Reference(int depth)
    {
        var by = Pick.Of("", "\"by\":\"id\"", "\"by\":\"name\"", "\"by\":\"f\"", "\"by\":\"@project\"");
        var where = Gen.OneOf(Gen.Const(""), Conditions(inWhere: true, depth + 2).Select(condition => $"\"where\":{condition}"));
        return Gen.Select(by, where, (one, other) => $"{{{one}{(one.Length > 0 && other.Length > 0 ? "," : "")}{other}}}");
    }

    private static Gen<string> WithForms(Gen<string> literal, string parameter, bool inWhere)
    {
        var forms = new List<(int, Gen<string>)> { (5, literal), (2, Field.Select(field => $"{{\"field\":{field}}}")) };
        if (parameter != "text7") forms.Add((1, Gen.Const($"{{\"param\":\"{parameter}\"}}")));
        if (inWhere) forms.Add((3, Field.Select(field => $"{{\"outer\":{field}}}")));
        return Gen.Frequency([.. forms]);
    }
}
