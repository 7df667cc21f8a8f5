using ImsAudit.Collection.Credentials;
using ImsAudit.Images;

namespace ImsAudit.Collection.Wording;

/// <summary>What is said to the user about settings: what is wrong, where, what to do.</summary>
internal static class ConfigurationSentences
{
    private const int MostNames = 20;

    public static string NoProject(CollectionTarget target) =>
        $"{target}: no project is known, and private and shared images are a project's. Give its id with --project or OS_PROJECT_ID, or ask only for --category public and market.";

    /// <summary>The same, where the region's own project can be looked up.</summary>
    public static string NoProjectOfKey(CollectionTarget target) =>
        $"{target}: no project is known, and private and shared images are a project's. Give its id with --project or HUAWEICLOUD_SDK_PROJECT_ID; {OrLookUp(target)}; or ask only for --category public and market.";

    public static string NoProjectOfRegion(CollectionTarget target, Uri address) =>
        $"{target}: {address} knows no project of the name \"{Quoted.Capped(target.Region!)}\" for this access key. Check --region, or give the project's id with --project or HUAWEICLOUD_SDK_PROJECT_ID.";

    public static string SeveralProjects(CollectionTarget target, IEnumerable<string> projects) =>
        $"{target}: the access key has several projects of the name \"{Quoted.Capped(target.Region!)}\" ({Names(projects)}). Name one with --project or HUAWEICLOUD_SDK_PROJECT_ID.";

    public static string BadIamEndpoint(string url, string mistake) =>
        $"The identity endpoint \"{Quoted.Address(url)}\" (HUAWEICLOUD_SDK_IAM_ENDPOINT, or iam_endpoint in the credentials file) cannot be used: {mistake}. Give an address such as https://iam.cn-north-4.myhuaweicloud.com.";

    public static string BadKeyPart(string what, string source) =>
        $"The {what} of the access key ({source}) holds white space or characters that none has; set it again without them.";

    public static string OtherProject(CollectionTarget target, string project) =>
        $"{target}: the token is for the project \"{Quoted.Capped(project)}\", not for \"{Quoted.Capped(target.Project!)}\", whose images it would not show. Get a token for that project, or leave --project and OS_PROJECT_ID out.";

    public static string NoEndpoint(CollectionTarget target) =>
        $"{target}: no endpoint is known. Give --endpoint, or --region for Huawei Cloud, or OS_AUTH_URL so that the catalogue names it.";

    public static string BadEndpoint(string url, string mistake) => $"The endpoint \"{Quoted.Address(url)}\" cannot be used: {mistake}. Give an address such as https://ims.cn-north-4.myhuaweicloud.com.";

    public static string BadCatalogueEndpoint(string url, string mistake) =>
        $"The token's catalogue names the image endpoint \"{Quoted.Capped(Quoted.Address(url))}\", which cannot be used: {mistake}. Give the right one with --endpoint.";

    public static string BadAuthUrl(string url, CredentialSource source, string mistake) =>
        $"{source.NameOf("auth_url")} \"{Quoted.Address(url)}\" cannot be used: {mistake}. Give an address such as https://iam.cn-north-4.myhuaweicloud.com/v3.";

    public static string BadToken(CredentialSource source) =>
        $"The token ({source.NameOf("token")}) holds white space or characters that no token has; set it again without them.";

    public static string OneProjectOnly(CollectionTarget target) =>
        $"{target}: an application credential opens its own project and no other, so that projects cannot be looked for with it (\"*\"). Leave the projects out, or sign in with a password or a token.";

    public static string CannotFindProjects(CollectionTarget target) =>
        $"{target}: projects can be looked for (\"*\") only at an identity service, and signing in with \"{target.Authentication.Name}\" asks none. Name the projects.";

    public static string BadRegion(string region) => $"The region \"{region}\" is no region's id; one looks like cn-north-4.";

    public static string SeveralRegions(CollectionTarget target, IEnumerable<string?> regions) =>
        $"{target}: the token's catalogue has the image service in several regions ({Names(regions)}). Name one with --region or OS_REGION_NAME.";

    public static string NotInCatalogue(CollectionTarget target, ServiceCatalogue catalogue) =>
        $"{target}: the token's catalogue has no image service with the interface \"{target.Interface}\"{Where(target)}; it has "
        + $"{Names(catalogue.Images.Select(endpoint => $"{endpoint.Interface} in {endpoint.Region ?? "no region"}"))}. Check --region and OS_INTERFACE, or give --endpoint.";

    public static string PagingFilter(string key) =>
        $"The filter {key} is not allowed: the pages are walked with it. {(key == "limit" ? "Use --page-size" : "Leave it out")}.";

    public static string FilterCollides(QueryParameter filter, ImageCategory category, string own) =>
        $"The filter {filter.Key}={filter.Value} contradicts the {category.Name()} listing, which is asked with {filter.Key}={own}. Leave the filter out, or leave that category out with --category.";

    public static string PlainHttp(Uri server) =>
        $"{server.GetLeftPart(UriPartial.Authority)} is asked over plain http: everybody on the way can read and change what is sent, credentials and images alike. Use https.";

    private static string OrLookUp(CollectionTarget target) => string.IsNullOrEmpty(target.Region)
        ? "or --region, so that the region's own is looked up"
        : "or, because the endpoint is not Huawei Cloud's, name the identity service that knows the region's own with HUAWEICLOUD_SDK_IAM_ENDPOINT";

    private static string Where(CollectionTarget target) => string.IsNullOrEmpty(target.Region) ? "" : $" in the region \"{target.Region}\"";

    private static string Names(IEnumerable<string?> names)
    {
        var distinct = names.Select(name => name ?? "none").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => Quoted.Capped(name)).ToList();
        return string.Join(", ", distinct.Take(MostNames)) + (distinct.Count > MostNames ? ", …" : "");
    }
}
