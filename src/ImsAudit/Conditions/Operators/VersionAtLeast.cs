using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>versionAtLeast</c>, of the first version number in a text.</summary>
internal static class VersionAtLeast
{
    public static OperatorDefinition Definition { get; } = new(
        "versionAtLeast", Negation: null, OperandShape.Version,
        (parser, node) => parser.Parse(node, VersionNumber.Reader) is { } operand ? new Comparison<VersionNumber>(VersionNumber.Reader, operand, (value, version) => value.CompareTo(version) >= 0) : null,
        "The first version number in the field's text is it or later, compared number by number.",
        "字段文本中的第一个版本号大于或等于该版本，逐段比较。");
}
