namespace ImsAudit.Collection.Credentials;

/// <summary>A project that credentials open, as the identity service lists it.</summary>
internal sealed record FoundProject(string Id, string Name, bool Enabled);
