using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>Where the images come from.</summary>
internal sealed class SourceOptions
{
    public Option<string[]> From { get; } = CliOption.Many("--from", "FILE",
        "Read images from a file: a snapshot, saved GET /v2/images responses, an array, or an image a line; each also .gz. - is standard input.", "ask the endpoint");

    public Option<string[]> Cloud { get; } = CliOption.Many("--cloud", "NAME",
        "A cloud of imsaudit.json or clouds.yaml, with its regions and projects.", "OS_CLOUD, else all clouds of imsaudit.json, else the endpoint of the other options");

    public Option<string> Endpoint { get; } = CliOption.Maybe("--endpoint", "URL",
        "The image endpoint to collect from.", "OS_IMAGE_ENDPOINT_OVERRIDE, else the token's catalogue, else https://ims.{region}.myhuaweicloud.com");

    public Option<string> Project { get; } = CliOption.Maybe("--project", "ID", "The id of the project whose images are scanned; * for every project that the credentials open.", "OS_PROJECT_ID, with aksk HUAWEICLOUD_SDK_PROJECT_ID, else the token's or the region's own");

    public Option<string> Region { get; } = CliOption.Maybe("--region", "NAME", "The region to scan.", "OS_REGION_NAME, else the catalogue's only region");

    public Option<string> Auth { get; } = CliOption.Maybe("--auth", "none|token|password|aksk|applicationCredential",
        "How to sign in. Secrets come from the environment (OS_TOKEN, OS_PASSWORD, HUAWEICLOUD_SDK_SK and so on), ~/.huaweicloud/credentials or a cloud's settings.", "what the cloud says, else token, password, applicationCredential or aksk, the first that is set; else none");

    public Option<string> Api { get; } = CliOption.One("--api", "auto|ims|glance|cloudimages",
        "Which listings are asked: those of the IMS API page, those of a plain OpenStack Glance, or whichever the images show (auto); or IMS's newer GET /v2/cloudimages, in all enterprise projects.", "auto");

    public Option<string[]> Category { get; } = CliOption.Many("--category", "NAME",
        "Collect this category: private, shared-pending, shared-accepted, shared-rejected, public or market.", "all six");

    public Option<string[]> Filter { get; } = CliOption.Many("--filter", "KEY=VALUE",
        "Ask the server only for images that match; any query parameter of the API page, and with --api cloudimages those that it has beside.", "no filter");

    public Option<bool> Members { get; } = CliOption.Flag("--members",
        "Also ask whom our own images are shared out to (@members fields): a request for each image that is shared.");

    public Option<string> PageSize { get; } = CliOption.One("--page-size", "N", "Images a page, 1 to 1000.", "100");

    public Option<string> Concurrency { get; } = CliOption.One("--concurrency", "N", "Requests at the same time.", "4");

    public Option<string> Rate { get; } = CliOption.One("--rate", "N", "Requests a second.", "20");

    public Option<string> Timeout { get; } = CliOption.One("--timeout", "DURATION", "For the whole collection, such as 90s, 10m or PT1H.", "10m");

    public Option<string> ApiVersion { get; } = CliOption.Maybe("--api-version", "X", "Sent as X-Api-Version; a value above M asks for the Queens results.", "not sent");

    public Option<string> CaCert { get; } = CliOption.Maybe("--ca-cert", "FILE",
        "A PEM file with the certificate authorities to trust in place of the system's.", "OS_CACERT, else those of the system");

    /// <summary>Those of which any one says that images are to be read.</summary>
    public IReadOnlyList<Option> Naming => [From, Cloud, Endpoint, Project, Region];

    /// <summary>What only an endpoint can be asked for.</summary>
    public IReadOnlyList<Option> OfEndpoint => [Cloud, Endpoint, Auth, Api, Category, Filter, Members, PageSize, Concurrency, Rate, Timeout, ApiVersion, CaCert];

    public IReadOnlyList<Option> All => [From, Cloud, Endpoint, Project, Region, Auth, Api, Category, Filter, Members, PageSize, Concurrency, Rate, Timeout, ApiVersion, CaCert];
}
