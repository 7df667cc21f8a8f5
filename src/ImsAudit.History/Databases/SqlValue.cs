using System.Data;

namespace ImsAudit.History.Databases;

/// <summary>A parameter of a statement; its type is said, since a null would not tell it.</summary>
internal readonly record struct SqlValue(string Name, DbType Type, object? Value)
{
    public static SqlValue Of(string name, long? value) => new(name, DbType.Int64, value);

    public static SqlValue Of(string name, string? value) => new(name, DbType.String, value);

    public static SqlValue Of(string name, byte[]? value) => new(name, DbType.Binary, value);
}
