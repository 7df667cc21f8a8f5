using ImsAudit.Images;

namespace ImsAudit.Collection.Walking;

/// <summary>What one listing asks for. The server's own order is relied on: newest first, then by id, which no edit changes.</summary>
internal sealed record ListingQuery
{
    private static readonly string[] s_orders = ["created_at", "sort", "sort_key", "sort_dir"];

    /// <summary>Images of every enterprise project that the user may see. Without it, rights in enterprise projects alone are refused (ims-api, section Permissions).</summary>
    private static readonly QueryParameter s_everyEnterpriseProject = new("enterprise_project_id", "all_granted_eps");

    private ListingQuery(string text, ApiDialect dialect)
    {
        Text = text;
        Dialect = dialect;
    }

    /// <summary>Whose list is asked.</summary>
    public ApiDialect Dialect { get; }

    /// <summary>Encoded, without <c>limit</c> and <c>marker</c>.</summary>
    public string Text { get; }

    /// <summary>False where the user's own filters order it, or say when the images were created; and where it was never seen to be honoured.</summary>
    public bool CanBeSplit { get; private init; }

    public static ListingQuery Of(ListingAsk ask, IReadOnlyList<QueryParameter> filters)
    {
        var own = OwnParameters(ask.Category, ask.Dialect, ask.Target.Scope.Project).ToList();
        // Glance's own (api-ref "List images"); the API page of IMS does not know it.
        if (ask.Hidden) own.Add(new QueryParameter("os_hidden", "true"));
        if (ask.Dialect == ApiDialect.CloudImages && !filters.Any(filter => filter.Key == s_everyEnterpriseProject.Key)) own.Add(s_everyEnterpriseProject);
        var text = string.Join('&', own.Concat(filters.Where(filter => !own.Contains(filter))));
        return new ListingQuery(text, ask.Dialect) { CanBeSplit = ask.Dialect != ApiDialect.CloudImages && !filters.Any(filter => s_orders.Contains(filter.Key)) };
    }

    /// <summary>Asks for one image, whatever it is.</summary>
    public static string AnyImage(ApiDialect dialect) => dialect == ApiDialect.CloudImages ? $"{s_everyEnterpriseProject}&limit=1" : "limit=1";

    /// <summary>The query of one page.</summary>
    public string Page(int limit, string? marker)
    {
        var page = Text.Length > 0 ? $"{Text}&limit={limit}" : $"limit={limit}";
        return marker is null ? page : $"{page}&{new QueryParameter("marker", marker)}";
    }

    /// <summary>Asks for the newest image before a time (API page, table 1, created_at).</summary>
    public string NewestBefore(DateTimeOffset time)
    {
        var before = new QueryParameter("created_at", $"lt:{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        return Text.Length > 0 ? $"{Text}&{before}&limit=1" : $"{before}&limit=1";
    }

    /// <summary>The parameters of the API page's listings (section 常用列表查询方法), and of the market's.</summary>
    public static IEnumerable<QueryParameter> OwnParameters(ImageCategory category, ApiDialect dialect, string? project)
    {
        var all = category switch
        {
            ImageCategory.Private => [new("owner", project ?? "")],
            ImageCategory.Public => [new("__imagetype", "gold"), new("visibility", "public"), new("protected", "true")],
            ImageCategory.Market => [new("__imagetype", "market")],
            _ => new QueryParameter[] { new("member_status", category.MemberStatus()!), new("visibility", "shared"), new("__imagetype", "shared") },
        };
        return dialect == ApiDialect.Glance ? all.Where(parameter => !IsOfIms(parameter)) : all;
    }

    /// <summary>True for a listing that the dialects ask differently.</summary>
    public static bool DependsOnDialect(ImageCategory category) => OwnParameters(category, ApiDialect.Ims, null).Any(IsOfIms);

    private static bool IsOfIms(QueryParameter parameter) => parameter.Key is "__imagetype" or "protected";
}
