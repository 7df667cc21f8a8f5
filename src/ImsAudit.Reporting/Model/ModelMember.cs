namespace ImsAudit.Reporting.Model;

/// <summary>What is said of a member of the model. Its type, and whether it may be null, are told from the model itself.</summary>
/// <param name="Name">As templates write it.</param>
/// <param name="What">As a cell of a table, Markdown.</param>
/// <param name="Of">For an object, or a list of objects: the key of their own table; else null.</param>
public sealed record ModelMember(string Name, string What, string? Of = null);

/// <summary>The members of one kind of object.</summary>
/// <param name="Key">Names it among the others.</param>
/// <param name="Title">As a heading.</param>
public sealed record ModelObject(string Key, string Title, IReadOnlyList<ModelMember> Members);
