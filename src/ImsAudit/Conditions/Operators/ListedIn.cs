using ImsAudit.Fields;
using ImsAudit.References;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>listedIn</c>: some row of the table matches the text.</summary>
internal sealed class ListedIn(LookupTable table, bool caseSensitive) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "listedIn", Negation: null, OperandShape.Table,
        (parser, node) => TableLookup.Resolve(parser, node) is { } table ? new ListedIn(table, parser.CaseSensitive) : null,
        "Some row of the table matches the field's text.",
        "表中有一行匹配字段文本。");

    public override string OperandText => table.Id;

    public override string Needs => TextValue.Reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context) =>
        value.Text is { } text ? Truths.Of(table.Find(text, caseSensitive) is not null) : Truth.Unknown;
}
