using System.CommandLine;
using System.Text.Json;
using ImsAudit.Cli.Configuration;
using ImsAudit.Cli.Options;
using ImsAudit.Images;
using ImsAudit.Json;
using Microsoft.Extensions.Configuration;

namespace ImsAudit.Cli.Proving;

/// <summary>
/// The options of a scan as a configuration file, <c>options.json</c>: read again they mean what they meant, by the same
/// code. No option holds a secret; what the environment and clouds hold is not kept.
/// </summary>
internal static class KeptOptions
{
    /// <summary>Every option that was given, on the command line or in the configuration.</summary>
    public static byte[] Write(Settings settings)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, SafeJson.Indented))
        {
            writer.WriteStartObject();
            foreach (var option in OfScan(settings.Options).Where(settings.IsGiven)) Write(writer, option, settings);
            writer.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <exception cref="UserMistakeException">The file is wrong.</exception>
    public static Settings Read(string path, CliOptions options)
    {
        var (places, mistakes) = (new ConfigurationPlaces(), new List<string>());
        var json = new ConfigurationFile(OfScan(options).ToDictionary(option => option.Key(), StringComparer.Ordinal), places, mistakes).Read(path);
        if (json is null) throw new UserMistakeException(mistakes);
        var values = new ConfigurationBuilder().AddJsonStream(new MemoryStream(json)).Build();
        // A command line that says nothing, so that all is told by the file, and by the defaults.
        var nothing = new Command("kept");
        nothing.Add(OfScan(options));
        return new Settings(options, nothing.Parse([]), new LoadedConfiguration(values, places));
    }

    /// <summary>What the options say of images that do not say it themselves; with an endpoint nothing.</summary>
    public static ImageScope Given(Settings settings)
    {
        var source = settings.Options.Source;
        return settings.IsGiven(source.From) ? new ImageScope(Cloud: null, settings.Text(source.Region), settings.Text(source.Project)) : new ImageScope(Cloud: null, Region: null, Project: null);
    }

    private static IEnumerable<Option> OfScan(CliOptions options) =>
        [.. options.Source.All, .. options.Policy.All, .. options.Waiver.All, .. options.Output.All, .. options.Gate.All, .. options.History.All];

    private static void Write(Utf8JsonWriter writer, Option option, Settings settings)
    {
        if (option is Option<bool> flag) writer.WriteBoolean(option.Key(), settings.Flag(flag));
        else if (option is Option<string> one) writer.WriteString(option.Key(), settings.Text(one));
        else if (option is Option<string[]> many)
        {
            writer.WriteStartArray(option.Key());
            foreach (var text in settings.Texts(many)) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
    }
}
