using ImsAudit.Cli.Messages;
using ImsAudit.Collection;
using ImsAudit.Files;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Sources;

/// <summary>Images out of an endpoint.</summary>
internal sealed class EndpointSource : ImageSource
{
    private static readonly string[] s_dialects = ["auto", "ims", "glance", "cloudimages"];

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

    /// <summary>Collects into a spool that is opened when it is known where from.</summary>
    /// <exception cref="ConfigurationException">The user has to put something right; nothing was collected.</exception>
    public Task<IInventory> OpenAsync(Func<ImageCollector, Task<ImageSpool>> open) => CollectAsync(_invocation, _targets, _settings, open);

    /// <summary>Asks every listing, and shows how far it has come.</summary>
    /// <param name="open">Opens what the images are kept in; null keeps them in a temporary file.</param>
    public static async Task<IInventory> CollectAsync(
        Invocation invocation, IReadOnlyList<CollectionTarget> targets, CollectionSettings settings, Func<ImageCollector, Task<ImageSpool>>? open = null)
    {
        var surroundings = invocation.Surroundings;
        var world = new CollectionEnvironment(surroundings.Clock, surroundings.Random);
        using var collector = await ImageCollector.ConnectAsync(targets, settings, world, invocation.Cancellation);
        foreach (var warning in collector.Warnings) invocation.Log.Warning(warning);
        var spool = open is null ? new ImageSpool(collector.Projects, surroundings.TempFolder) : await open(collector);
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
            var place = open is null ? $"in {surroundings.TempFolder} " : "";
            throw new CannotCollectException($"The images could not be kept {place}while they were collected: {FileTrouble.Of(failed)}.");
        }
    }

    /// <summary>The authorities to trust where a cloud names none; null: those of the system.</summary>
    public static string? CaCertificateFile(Invocation invocation)
    {
        var file = invocation.Settings.Text(invocation.Settings.Options.Source.CaCert) ?? invocation.Surroundings.Variable("OS_CACERT");
        return file is null ? null : invocation.Surroundings.PathOf(file);
    }

    /// <summary>What <c>--api</c> says. Notes a mistake.</summary>
    public static ApiDialect ReadDialect(Invocation invocation) =>
        (ApiDialect)Array.IndexOf(s_dialects, invocation.Settings.Choice(invocation.Settings.Options.Source.Api, s_dialects));

    /// <summary>True when whom our own images are shared out to is asked.</summary>
    public bool AsksMembers => _settings.Members;

    private static CollectionSettings ReadSettings(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Source);
        var dialect = ReadDialect(invocation);
        return new CollectionSettings
        {
            Categories = ReadCategories(invocation),
            Filters = new FilterReader(settings, dialect).Read(),
            Members = settings.Flag(options.Members),
            Dialect = dialect,
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
