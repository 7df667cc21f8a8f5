using System.Net;
using ImsAudit.Collection.Api;
using ImsAudit.Collection.Credentials;
using ImsAudit.Images;

namespace ImsAudit.Collection.Wording;

/// <summary>What a listing's error says: which listing, address and page, what happened, what the server said, what to do.</summary>
internal static class FailureSentences
{
    /// <summary>See <see cref="Echo"/>.</summary>
    public const string Echoed = "the answer repeats the credentials that were sent with the request, so nothing of it was kept";

    public const string EchoedAdvice =
        "Either the server, or something on the way, writes back what it is sent, or somebody put a token or key into an image. Find out which, and replace the token or key, which others may have read.";

    private const int LongestUrl = 1000;

    public static string Listing(ImageCategory category, string url, int page, ApiFailure failure) =>
        $"{category.Name()}: page {page} (GET {Quoted.Capped(url, LongestUrl)}) could not be read: {failure.Detail}{Said(failure.Said)}. {Advice(failure)}";

    public static string OutOfTime(ImageCategory category, string url, int pages, TimeSpan timeout) =>
        $"{category.Name()}: the time for the collection ({Duration(timeout)}) was over after {pages} pages (GET {Quoted.Capped(url, LongestUrl)}). Give more with --timeout.";

    public static string SignIn(CollectionTarget target, ApiFailure failure) =>
        $"{target}: {SigningIn(target)} failed: {failure.Detail}{Said(failure.Said)}. {SignInAdvice(target, failure)}";

    public static string FindProjects(CollectionTarget target, ApiFailure failure) =>
        $"{target}: the projects could not be looked for at {target.Authentication.ProjectsAddress(target)}: {failure.Detail}{Said(failure.Said)}. {SignInAdvice(target, failure)}";

    public static string NoProjects(CollectionTarget target) =>
        $"{target}: {target.Authentication.ProjectsAddress(target)} names no project that is enabled and that these credentials open. Give the user a role in the projects to scan.";

    public static string SignInTimeout(CollectionTarget target, TimeSpan timeout) =>
        $"{target}: the time for the collection ({Duration(timeout)}) was over before {SigningIn(target)} was done. Give more with --timeout.";

    public static string Asking(CollectionTarget target, string url, ApiFailure failure) =>
        $"{target}: one image was asked for (GET {Quoted.Capped(url, LongestUrl)}), and it did not work: {failure.Detail}{Said(failure.Said)}. {Advice(failure)}";

    public static string AskingTimeout(CollectionTarget target, TimeSpan timeout) =>
        $"{target}: the time ({Duration(timeout)}) was over before the endpoint answered. Give more with --timeout.";

    public static string SignInOf(ImageCategory category, string failure) => $"{category.Name()}: {failure}";

    public static string Admin(ImageCategory category) =>
        $"{category.Name()}: the token has the role admin, to which the server shows the shares of every project, so that this project's cannot be told from them. "
        + "Collect as a user without that role in the project.";

    public static string OtherOwners(ImageCategory category, string url, long count) =>
        $"{category.Name()}: the server gave images of other owners ({count}) where one owner's were asked for (GET {Quoted.Capped(url, LongestUrl)}), so it does not hold to the filter, and nobody can tell whether all of the owner's are there. "
        + "Check that the endpoint is the image service, and the project's id.";

    public static string Said(ErrorBody? said) => said switch
    {
        { Code: { } code, Message: { } message } => $" ({code}: \"{message}\")",
        { Message: { } message } => $" (\"{message}\")",
        { Code: { } code } => $" ({code})",
        _ => "",
    };

    /// <summary>What to do where it has to do with the list that was asked; null where it has not.</summary>
    public static string? AdviceOn(ApiDialect dialect, ApiFailure failure) => (dialect, failure) switch
    {
        (ApiDialect.CloudImages, { Kind: FailureKind.Refused, Status: HttpStatusCode.NotFound }) =>
            "Only an IMS has /v2/cloudimages: check that the endpoint is one, or leave --api cloudimages out.",
        (ApiDialect.Auto or ApiDialect.Ims, { Kind: FailureKind.Forbidden }) =>
            "Give the user the permission ims:images:list in this project, and check the project's id. Where rights are given by enterprise project, /v2/images is closed to them: ask with --api cloudimages.",
        _ => null,
    };

    private static string SigningIn(CollectionTarget target) => target.Authentication is AccessKeyAuthentication
        ? $"looking up the project at {target.Authentication.IdentityEndpointOf(target)}"
        : $"signing in at {target.Authentication.IdentityEndpointOf(target)}";

    private static string SignInAdvice(CollectionTarget target, ApiFailure failure) => failure.Kind switch
    {
        _ when failure.Advice is not null => failure.Advice,
        FailureKind.Forbidden or FailureKind.Malformed or FailureKind.Redirect or FailureKind.Refused when target.Authentication is AccessKeyAuthentication =>
            "Give the project's id with --project or HUAWEICLOUD_SDK_PROJECT_ID, so that nothing has to be looked up.",
        FailureKind.Unauthorized => target.Authentication.Rejected,
        FailureKind.Forbidden => "The user may not get a token for this project.",
        FailureKind.Malformed or FailureKind.Redirect or FailureKind.Refused => $"Check that {target.Authentication.Source.NameOf("auth_url")} is the identity service (Keystone v3).",
        _ => Advice(failure),
    };

    private static string Advice(ApiFailure failure) => failure.Kind switch
    {
        _ when failure.Advice is not null => failure.Advice,
        FailureKind.ClockSkew => ClockSentences.Advice(failure.ClockOffset),
        FailureKind.Unauthorized => "The credentials are wrong or have expired; sign in again, or get a new token.",
        FailureKind.Forbidden => "Give the user the permission ims:images:list in this project, and check the project's id.",
        FailureKind.Throttled => "The server asks for fewer requests; lower --rate or --concurrency, or try again later.",
        FailureKind.ServerError => "The service fails on its side; try again later.",
        FailureKind.Redirect => "Redirects are not followed, because credentials go to the endpoint alone; if that address is the right one, give it as --endpoint.",
        FailureKind.TimedOut => "Check the network, lower --page-size, or try again later.",
        FailureKind.UnknownHost => "Check the spelling of --endpoint or --region, and the name service of this machine.",
        FailureKind.Unreachable => "Check the endpoint's address and port, and proxies and firewalls on the way.",
        FailureKind.Tls => "If the server's certificate comes from an authority of your own, name its PEM file with --ca-cert; TLS checks cannot be switched off.",
        FailureKind.Broken => "Try again later; if it stays, something on the way cuts answers off.",
        FailureKind.Malformed => "Check that the endpoint is the image service, and that no proxy or login page answers in its place.",
        _ when failure.Status == HttpStatusCode.NotFound => "Check that the endpoint is the image service.",
        _ => "Check --filter, --api and the project's id.",
    };

    private static string Duration(TimeSpan time) =>
        time.TotalMinutes >= 1 ? $"{time.TotalMinutes:0.#} minutes" : $"{time.TotalSeconds:0.#} seconds";
}
