using ImsAudit.Collection.Credentials;
using ImsAudit.Wording;

namespace ImsAudit.Collection.Wording;

/// <summary>What is said about the settings of clouds.</summary>
internal static class CloudSentences
{
    public static string Missing(string what, CredentialSource source, IReadOnlyList<string> keys) =>
        $"{what} needs {string.Join(" and ", keys.Select(source.NameOf))} in {source.Place}. Set {(keys.Count == 1 ? "it" : "them")}, or choose another way {Another(source)}.";

    public static string UnknownAuthType(string place, string type, IReadOnlyCollection<string> known) =>
        $"{place}: the auth_type \"{Quoted.Capped(type)}\" is not known here; known are {string.Join(", ", known)}{NearestName.Suggest(type, known)}";

    public static string NoTls(string place, string what) =>
        $"{place}: \"{what}\" is refused, since TLS checks cannot be switched off. Remove it; name a certificate authority of your own with \"cacert\".";

    private static string Another(CredentialSource source) => source.Place == CredentialSource.Environment.Place ? "with --auth" : "to sign in";
}
