using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>versionBelow</c>, of the first version number in a text.</summary>
internal static class VersionBelow
{
    public static OperatorDefinition Definition { get; } = new(
        "versionBelow", Negation: null, OperandShape.Version,
        (parser, node) => parser.Parse(node, VersionNumber.Reader) is { } operand ? new Comparison<VersionNumber>(VersionNumber.Reader, operand, (value, version) => value.CompareTo(version) < 0) : null,
        "The first version number in the field's text is earlier, compared number by number.",
        "字段文本中的第一个版本号小于该版本，逐段比较。");
}
