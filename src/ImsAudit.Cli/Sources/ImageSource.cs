using ImsAudit.Inventories;

namespace ImsAudit.Cli.Sources;

/// <summary>Where the images come from, as the settings say: files, or an endpoint.</summary>
internal abstract class ImageSource
{
    /// <summary>Notes mistakes in the settings; what it returns is good only when there is none.</summary>
    public static ImageSource Of(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Source);
        var fromFiles = settings.IsOnCommandLine(options.From) || (settings.IsGiven(options.From) && !settings.IsOnCommandLine(options.Endpoint) && !settings.IsOnCommandLine(options.Cloud));
        if (!fromFiles) return new EndpointSource(invocation);
        foreach (var useless in options.OfEndpoint.Where(settings.IsOnCommandLine))
            settings.Mistake($"{useless.Name} is about asking an endpoint, and --from asks none. Leave one of them out.");
        if (!settings.IsOnCommandLine(options.From) && settings.IsGiven(options.Endpoint))
            settings.Mistake("The configuration has both \"from\" and \"endpoint\". Say on the command line which is meant, or remove one.");
        return new FileSource(invocation);
    }

    /// <summary>Opens it; the inventory is to be disposed where it can be.</summary>
    public abstract Task<IInventory> OpenAsync();
}
