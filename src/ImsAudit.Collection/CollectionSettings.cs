using ImsAudit.Images;

namespace ImsAudit.Collection;

/// <summary>How to collect, the same for every target. The defaults are those of the command line.</summary>
public sealed record CollectionSettings
{
    public CategorySet Categories { get; init; } = CategorySet.All;

    /// <summary>The user's filters, names already checked against the API page; sent with every listing behind its own parameters.</summary>
    public IReadOnlyList<QueryParameter> Filters { get; init; } = [];

    /// <summary>Asks also whom the own images that are shared are shared out to: a request or more for each.</summary>
    public bool Members { get; init; }

    public ApiDialect Dialect { get; init; } = ApiDialect.Auto;

    /// <summary>Images a page, 1 to 1000; the server may give fewer.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Requests to one endpoint at the same time; at least 1.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Requests a second to one endpoint; above 0.</summary>
    public double Rate { get; init; } = 20;

    /// <summary>For the whole collection, signing in included. What is not done by then is incomplete.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For one request with its whole answer; it is tried again after that.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries of one request, the first included; at least 1.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Sent as <c>X-Api-Version</c>; a value above "M" asks for the Queens results. Null: not sent.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>A PEM file with the only certificate authorities to trust (<c>--ca-cert</c>, <c>OS_CACERT</c>); null: those of the system.</summary>
    public string? CaCertificateFile { get; init; }

    /// <summary>For the User-Agent <c>imsaudit/VERSION</c>.</summary>
    public string ToolVersion { get; init; } = "0";

    /// <summary>Bytes of one answer after decompression; a longer one is the listing's error.</summary>
    public int MaxBodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Pages of one listing: a listing that goes on behind it never ends.</summary>
    public int MaxPages { get; init; } = 100_000;

    public bool Filtered => Filters.Count > 0;
}
