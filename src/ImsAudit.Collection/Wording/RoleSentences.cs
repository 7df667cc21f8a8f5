using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Wording;

/// <summary>Why it is not known what a token may see.</summary>
internal static class RoleSentences
{
    private const string Unknown = "Whether the token has an admin role is not known: with one, the share listings would hold other projects' shares as well";

    public const string NoIdentityEndpoint = Unknown + ". Give OS_AUTH_URL, so that the token can be looked up.";

    public static string NotLookedUp(Uri address, ApiFailure failure) =>
        $"{Unknown}, and looking the token up at {address} failed: {failure.Detail}. Check OS_AUTH_URL.";
}
