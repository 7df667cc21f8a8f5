namespace ImsAudit.Fields;

/// <summary>What stands in a field. Missing, null and empty are three things.</summary>
public enum ValueKind
{
    Missing = 0,

    /// <summary>JSON null; means the same as missing, and is told apart only when explained.</summary>
    Null = 1,

    /// <summary>There, but nobody can tell what it is (such as <c>@own</c> when no project is known).</summary>
    Unreadable = 2,

    Boolean = 3,

    Number = 4,

    String = 5,

    List = 6,

    Object = 7,
}
