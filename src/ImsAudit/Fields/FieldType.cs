namespace ImsAudit.Fields;

/// <summary>How the API page means a field to be read.</summary>
public enum FieldType
{
    String = 0,

    /// <summary>A JSON boolean, or the text true/false in any case.</summary>
    Boolean,

    /// <summary>A JSON number, or its text.</summary>
    Integer,

    /// <summary>UTC, such as <c>2018-09-06T14:03:27Z</c>.</summary>
    Timestamp,

    /// <summary>A JSON array.</summary>
    List,

    /// <summary>Text that is a list: items behind commas.</summary>
    CommaList,

    /// <summary>Text that holds JSON.</summary>
    Json,
}
