using ImsAudit.Collection.Credentials;

namespace ImsAudit.Cli.Sources;

/// <summary>A way in, and the id of the project that comes with it, if one does.</summary>
internal sealed record SignIn(Authentication Authentication, string? Project);
