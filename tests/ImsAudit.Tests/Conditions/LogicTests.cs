using CsCheck;
using ImsAudit.Values;

namespace ImsAudit.Tests.Conditions;

public class LogicTests
{
    private const string True = "true";
    private const string False = "false";
    private const string Unknown = """{ "field": "f", "equals": true }""";
    private const string Image = """{ "f": "neither" }""";

    private static readonly Gen<string> Conditions = Gen.Recursive<string>((depth, inner) =>
    {
        var leaf = Gen.Int[0, 2].Select(index => new[] { True, False, Unknown }[index]);
        if (depth > 3) return leaf;
        var list = inner.Array[0, 3].Select(items => string.Join(", ", items));
        return Gen.OneOf(
            leaf,
            list.Select(items => $$"""{ "allOf": [{{items}}] }"""),
            list.Select(items => $$"""{ "anyOf": [{{items}}] }"""),
            inner.Select(item => $$"""{ "not": {{item}} }"""));
    });

    [Theory]
    [InlineData("[]", Truth.True, Truth.False)]
    [InlineData("[true, false]", Truth.False, Truth.True)]
    [InlineData("[true, U]", Truth.Unknown, Truth.True)]
    [InlineData("[false, U]", Truth.False, Truth.Unknown)]
    [InlineData("[U, U]", Truth.Unknown, Truth.Unknown)]
    [InlineData("[U, false]", Truth.False, Truth.Unknown)]
    public void Branches_follow_kleene(string items, Truth all, Truth any)
    {
        items = items.Replace("U", Unknown, StringComparison.Ordinal);

        Evaluated.Condition($$"""{ "allOf": {{items}} }""", Image).ShouldBe(all);
        Evaluated.Condition($$"""{ "anyOf": {{items}} }""", Image).ShouldBe(any);
    }

    [Fact]
    public void Double_negation_changes_nothing() => Conditions.Sample(condition =>
        Evaluated.Condition($$"""{ "not": { "not": {{condition}} } }""", Image) == Evaluated.Condition(condition, Image), iter: 200);

    [Fact]
    public void De_morgan_holds() => Gen.Select(Conditions, Conditions).Sample((a, b) =>
        Evaluated.Condition($$"""{ "not": { "allOf": [{{a}}, {{b}}] } }""", Image)
        == Evaluated.Condition($$"""{ "anyOf": [{ "not": {{a}} }, { "not": {{b}} }] }""", Image), iter: 200);
}
