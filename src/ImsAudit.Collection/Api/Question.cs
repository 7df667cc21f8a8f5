using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Api;

/// <summary>One question to a server.</summary>
/// <param name="Sign">Puts the credentials on the request that is about to go out; called at each try.</param>
internal sealed record Question(HttpMethod Method, string Url, Action<HttpRequestMessage> Sign)
{
    public Func<HttpContent>? Content { get; init; }

    /// <summary>What it is signed with, so that the first question with it goes alone; null when there is nothing to reject.</summary>
    public Credential? Credential { get; init; }

    /// <summary>Takes what must not be repeated out of the server's words.</summary>
    public Func<string, string> Hide { get; init; } = text => text;

    /// <summary>Told of each new try.</summary>
    public Action OnRetry { get; init; } = () => { };
}
