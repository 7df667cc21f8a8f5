using ImsAudit.Cli.Messages;
using ImsAudit.Collection;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Sources;

/// <summary>Images out of an endpoint.</summary>
internal sealed class EndpointSource : ImageSource
{
    private static readonly string[] s_dialects = ["auto", "ims", "glance"];

    private readonly Invocation _invocation;
    private readonly IReadOnlyList<CollectionTarget> _targets;
    private readonly CollectionSettings _settings;

    public EndpointSource(Invocation invocation)
    {
        _invocation = invocation;
        _settings = ReadSettings(invocation);
        _targets = CollectionTargets.Read(invocation);
    }

    /// <exception cref="ConfigurationException">The user has to put something right; nothing was collected.</exception>
    public override Task<IInventory> OpenAsync() => CollectAsync(_invocation, _targets, _settings);

    /// <summary>Asks every listing, and shows how far it has come.</summary>
    public static async Task<IInventory> CollectAsync(Invocation invocation, IReadOnlyList<CollectionTarget> targets, CollectionSettings settings)
    {
        var surroundings = invocation.Surroundings;
        var world = new CollectionEnvironment(surroundings.Clock, surroundings.Random);
        using var collector = await ImageCollector.ConnectAsync(targets, settings, world, invocation.Cancellation);
        foreach (var warning in collector.Warnings) invocation.Log.Warning(warning);
        var spool = new ImageSpool(collector.Projects, surroundings.TempFolder);
        try
        {
            using var progress = surroundings.ErrorTerminal is null || invocation.Log.IsQuiet ? null : new ProgressLine(surroundings.Error);
            var result = await collector.CollectAsync(spool, progress, invocation.Cancellation);
            return new SpooledInventory(spool, result.Listings, result.Notes);
        }
        catch (Exception failed)
        {
            spool.Dispose();
            if (failed is not IOException) throw;
            // The spool's temporary file has no room: without the images there is nothing to judge.
            throw new CannotCollectException($"The images could not be kept in {surroundings.TempFolder} while they were collected: {failed.Message}");
        }
    }

    /// <summary>The authorities to trust where a cloud names none; null: those of the system.</summary>
    public static string? CaCertificateFile(Invocation invocation)
    {
        var file = invocation.Settings.Text(invocation.Settings.Options.Source.CaCert) ?? invocation.Surroundings.Variable("OS_CACERT");
        return file is null ? null : invocation.Surroundings.PathOf(file);
    }

    private static CollectionSettings ReadSettings(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Source);
        return new CollectionSettings
        {
            Categories = ReadCategories(invocation),
            Filters = new FilterReader(settings).Read(),
            Dialect = (ApiDialect)Array.IndexOf(s_dialects, settings.Choice(options.Api, s_dialects)),
            PageSize = settings.Number(options.PageSize, 1, 1000),
            Concurrency = settings.Number(options.Concurrency, 1, 1000),
            Rate = settings.Rate(options.Rate),
            Timeout = settings.Duration(options.Timeout),
            ApiVersion = settings.Text(options.ApiVersion),
            CaCertificateFile = CaCertificateFile(invocation),
            ToolVersion = Product.Version,
        };
    }

    private static CategorySet ReadCategories(Invocation invocation)
    {
        var option = invocation.Settings.Options.Source.Category;
        var categories = CategorySet.Empty;
        foreach (var name in invocation.Settings.Texts(option))
        {
            if (ImageCategories.TryParse(name, out var category)) categories = categories.With(category);
            else invocation.Settings.WrongChoice(option, name, ImageCategories.Names);
        }
        return categories.IsEmpty ? CategorySet.All : categories;
    }
}
