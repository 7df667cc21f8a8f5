using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Walking;
using ImsAudit.Collection.Wording;
using ImsAudit.Images;

namespace ImsAudit.Collection.Connecting;

/// <summary>Everything that can be told to be wrong before anything is sent.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<string> Mistakes(IReadOnlyList<CollectionTarget> targets, CollectionSettings settings)
    {
        if (targets.Count == 0) yield return "No endpoint is given to collect from.";
        foreach (var mistake in Limits(settings).Concat(Filters(settings)).Concat(targets.SelectMany(target => Target(target, settings))))
            yield return mistake;
    }

    /// <summary>Sentences about what works but is unwise.</summary>
    public static string? Warning(Uri server) =>
        server.Scheme == Uri.UriSchemeHttp && !server.IsLoopback ? ConfigurationSentences.PlainHttp(server) : null;

    private static IEnumerable<string> Limits(CollectionSettings settings)
    {
        if (settings.Categories.IsEmpty) yield return "No category is asked for; name at least one with --category.";
        if (settings.PageSize is < 1 or > 1000) yield return $"The page size is {settings.PageSize}; it must be from 1 to 1000.";
        if (settings.Concurrency < 1) yield return $"The concurrency is {settings.Concurrency}; it must be at least 1.";
        if (!(settings.Rate is > 0 and < 1e6)) yield return $"The rate is {settings.Rate} requests a second; it must be above 0 and below a million.";
        if (settings.Timeout <= TimeSpan.Zero || settings.Timeout > TimeSpan.FromDays(30)) yield return $"The timeout is {settings.Timeout}; it must be above 0 and at most 30 days.";
        if (settings.ApiVersion is { } version && (version.Length == 0 || version.Any(c => c is < ' ' or > '~')))
            yield return "The API version holds characters that a header cannot carry.";
        if (settings.Dialect == ApiDialect.Glance && settings.Categories == CategorySet.Of(ImageCategory.Market))
            yield return "A plain OpenStack (--api glance) has no market listing; ask for another category.";
    }

    private static IEnumerable<string> Filters(CollectionSettings settings)
    {
        foreach (var filter in settings.Filters)
        {
            if (filter.Key is "limit" or "marker") yield return ConfigurationSentences.PagingFilter(filter.Key);
            foreach (var category in settings.Categories)
                if (OwnValue(category, filter.Key, settings.Dialect) is { } own && own != filter.Value)
                    yield return ConfigurationSentences.FilterCollides(filter, category, own);
        }
    }

    private static string? OwnValue(ImageCategory category, string key, ApiDialect dialect) => ListingQuery
        .OwnParameters(category, dialect, "the project's id")
        .Where(parameter => parameter.Key == key)
        .Select(parameter => parameter.Value)
        .FirstOrDefault();

    private static IEnumerable<string> Target(CollectionTarget target, CollectionSettings settings)
    {
        foreach (var mistake in target.Authentication.Mistakes(target)) yield return mistake;
        var needsProject = settings.Categories.Any(category => !category.BelongsToEndpoint());
        if (target.FindsProjects && target.Authentication.ProjectsAddress(target) is null && target.Authentication is not ApplicationCredentialAuthentication)
            yield return ConfigurationSentences.CannotFindProjects(target);
        else if (needsProject && !target.FindsProjects && !target.Authentication.CanTellProject(target) && string.IsNullOrEmpty(target.Project))
            yield return NoProject(target);
        var askTheCatalogue = target.Authentication.TellsProject && string.IsNullOrEmpty(target.Endpoint);
        if (!askTheCatalogue && EndpointChoice.Of(target, null).Mistake is { } endpoint) yield return endpoint;
    }

    private static string NoProject(CollectionTarget target) => target.Authentication is AccessKeyAuthentication
        ? ConfigurationSentences.NoProjectOfKey(target)
        : ConfigurationSentences.NoProject(target);
}
