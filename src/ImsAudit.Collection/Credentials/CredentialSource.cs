namespace ImsAudit.Collection.Credentials;

/// <summary>Where credentials came from, for messages: places and names, never values.</summary>
/// <param name="Place">As part of a sentence, such as <c>the environment</c> or <c>clouds.yaml, cloud "prod"</c>.</param>
/// <param name="NameOf">What <c>username</c> and its like (OpenStack's names, in snake_case) are called there.</param>
public sealed record CredentialSource(string Place, Func<string, string> NameOf)
{
    /// <summary>The variables of OpenStack's clients: <c>OS_USERNAME</c> and so on.</summary>
    public static CredentialSource Environment { get; } = new("the environment", key => $"OS_{key.ToUpperInvariant()}");

    /// <summary>The names of several settings in one row.</summary>
    public string Names(params IEnumerable<string> keys) => string.Join(", ", keys.Select(NameOf));

    public override string ToString() => Place;
}
