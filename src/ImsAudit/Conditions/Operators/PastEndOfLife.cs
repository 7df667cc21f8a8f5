using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.References;
using ImsAudit.Values;
using ImsAudit.Wording;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>pastEndOfLife</c>: the table's row for the text ends before asOf plus a duration. No row: false.</summary>
internal sealed class PastEndOfLife(LookupTable table, Operand<TimeSpan> within, bool caseSensitive) : Operator
{
    private static readonly string[] Names = ["table", "within"];

    public static OperatorDefinition Definition { get; } = new(
        "pastEndOfLife", Negation: null, OperandShape.EndOfLife, Create,
        "The table's row for the field's text has an end of life that is not after asOf plus \"within\" (0d when not given). No row: false.",
        "表中匹配字段文本的行，其终止日期不晚于“基准时间加within”（默认0d）。无匹配行时为假。");

    public override string OperandText => $"{table.Id} within {within.Text}";

    public override string Needs => TextValue.Reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        var duration = within.Read(context);
        if (duration.IsMissing) return Truth.False;
        if (!duration.IsRead || value.Text is not { } text) return Truth.Unknown;
        return Truths.Of(table.Find(text, caseSensitive)?.EndOfLife <= Duration.After(context.AsOf, duration.Value));
    }

    private static PastEndOfLife? Create(OperandParser parser, JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Object || node.Find("table") is not { } tableMember)
        {
            parser.Scope.Note(node, $"expected {{ \"table\": id, \"within\": duration }}, found {node.Describe()}");
            return null;
        }
        var unknown = node.Members.Where(member => !Names.Contains(member.Name)).ToList();
        foreach (var member in unknown)
            parser.Scope.Note(member, $"unknown member \"{member.Name}\"{NearestName.Suggest(member.Name, Names)} (valid: {string.Join(", ", Names)})");
        var table = TableLookup.Resolve(parser, tableMember.Value);
        var within = node.Find("within") is { } given ? parser.Parse(given.Value, Duration.Reader) : new LiteralOperand<TimeSpan>(TimeSpan.Zero, "0d");
        return table is null || within is null || unknown.Count > 0 ? null : new PastEndOfLife(table, within, parser.CaseSensitive);
    }
}
