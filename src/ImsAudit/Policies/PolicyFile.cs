namespace ImsAudit.Policies;

public enum PolicyFileKind
{
    Policy = 0,
    List,
    Table,
    Tests,
    Pack,
}

/// <summary>One file of a policy folder.</summary>
/// <param name="Name">Its path, as messages name it.</param>
public sealed record PolicyFile(string Name, PolicyFileKind Kind, ReadOnlyMemory<byte> Utf8)
{
    private static readonly (string Ending, PolicyFileKind Kind)[] Endings =
    [
        (".policy.json", PolicyFileKind.Policy),
        (".list.json", PolicyFileKind.List),
        (".table.json", PolicyFileKind.Table),
        (".tests.json", PolicyFileKind.Tests),
        (".pack.json", PolicyFileKind.Pack),
    ];

    /// <summary>What a file is, by its name; null for other files, which may lie beside policies.</summary>
    public static PolicyFileKind? KindOf(string name)
    {
        foreach (var (ending, kind) in Endings)
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return kind;
        return null;
    }
}

/// <summary>The files of one <c>--policies</c> path; a list or table in a later layer replaces one of the same id.</summary>
/// <param name="Name">The path as it was given.</param>
public sealed record PolicyLayer(string Name, IReadOnlyList<PolicyFile> Files);
