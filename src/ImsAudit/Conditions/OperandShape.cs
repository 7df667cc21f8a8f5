namespace ImsAudit.Conditions;

/// <summary>What may stand behind an operator.</summary>
public enum OperandShape
{
    Boolean = 0,
    Scalar,
    List,
    Text,
    Regex,
    Number,
    Range,
    Timestamp,
    Duration,
    Version,
    Count,
    Item,
    EndOfLife,
    Table,
    Reference,
}
