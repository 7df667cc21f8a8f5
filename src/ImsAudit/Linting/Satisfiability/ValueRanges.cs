using System.Globalization;
using System.Text;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Linting.Satisfiability;

/// <summary>
/// Demands of one kind (numbers, moments, ages, beginnings and ends of texts): values at, between and beyond their bounds
/// are tried out, which stand for all others.
/// </summary>
internal static class ValueRanges
{
    /// <summary>Beyond it the halves between bounds would not be exact.</summary>
    private const decimal Largest = 1e12m;

    public static bool RuleOut(IReadOnlyList<Demand> demands) =>
        RuleOut(demands, IsNumeric, Numbers)
        || RuleOut(demands, IsMoment, Moments)
        || RuleOut(demands, IsAge, Ages)
        || RuleOut(demands, IsEdge, Texts);

    private static bool RuleOut(IReadOnlyList<Demand> demands, Func<LintLeaf, bool> isOfKind, Func<IReadOnlyList<LintLeaf>, IEnumerable<FieldValue>> samples)
    {
        var leaves = demands.Select(demand => demand.Leaf).Where(isOfKind).ToList();
        if (leaves.Count == 0) return false;
        var told = demands.Where(demand => isOfKind(demand.Leaf) || demand.Leaf.Definition.Shape == OperandShape.Boolean).ToList();
        return !samples(leaves).Append(FieldValue.Missing).Any(value => told.All(demand => demand.IsMetBy(value)));
    }

    private static bool IsNumeric(LintLeaf leaf) => leaf.Definition.Shape is OperandShape.Number or OperandShape.Range
        && leaf.Operands.All(operand => operand.Kind == JsonKind.Number && DecimalOf(operand) is > -Largest and < Largest);

    private static bool IsMoment(LintLeaf leaf) => leaf.Definition.Shape == OperandShape.Timestamp;

    private static bool IsAge(LintLeaf leaf) => leaf.Definition.Shape == OperandShape.Duration;

    private static bool IsEdge(LintLeaf leaf) => leaf.Definition.Name is "startsWith" or "endsWith" && !leaf.IsCaseSensitive;

    private static IEnumerable<FieldValue> Numbers(IReadOnlyList<LintLeaf> leaves) =>
        Around(leaves.SelectMany(leaf => leaf.Operands).Select(operand => DecimalOf(operand)!.Value)).Select(number => Json(number.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<FieldValue> Moments(IReadOnlyList<LintLeaf> leaves) =>
        Times(leaves.SelectMany(leaf => leaf.Operands).Select(operand => Timestamp.Reader.ReadLiteral(operand).Value));

    private static IEnumerable<FieldValue> Ages(IReadOnlyList<LintLeaf> leaves) =>
        Times(leaves.SelectMany(leaf => leaf.Operands).Select(operand => Duration.Before(LintLeaf.AsOf, Duration.Reader.ReadLiteral(operand).Value)));

    private static IEnumerable<FieldValue> Times(IEnumerable<DateTimeOffset> moments) =>
        Around(moments.Select(moment => (decimal)moment.Ticks))
            .Select(ticks => Math.Clamp((long)ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks))
            .Select(ticks => FieldValue.OfString(SafeJson.Time(new DateTimeOffset(ticks, TimeSpan.Zero))));

    private static IEnumerable<FieldValue> Texts(IReadOnlyList<LintLeaf> leaves)
    {
        var starts = leaves.Where(leaf => leaf.Definition.Name == "startsWith").Select(leaf => leaf.Operands[0].Text!).Append("").ToList();
        var ends = leaves.Where(leaf => leaf.Definition.Name == "endsWith").Select(leaf => leaf.Operands[0].Text!).Append("").ToList();
        // What stands between is nobody's beginning or end.
        return starts.SelectMany(start => ends.SelectMany(end => new[] { start + end, $"{start}\u2042{end}" })).Select(FieldValue.OfString);
    }

    /// <summary>The bounds, what lies between each two of them, and what lies beyond.</summary>
    private static List<decimal> Around(IEnumerable<decimal> bounds)
    {
        var sorted = bounds.Distinct().Order().ToList();
        return [.. sorted, .. sorted.Zip(sorted.Skip(1), (low, high) => low + ((high - low) / 2)), sorted[0] - 1, sorted[^1] + 1];
    }

    private static decimal? DecimalOf(JsonNodeAt operand) =>
        decimal.TryParse(operand.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FieldValue Json(string json) => FieldValue.OfJson(Encoding.UTF8.GetBytes(json));
}
