using Microsoft.Extensions.Configuration;

namespace ImsAudit.Cli.Configuration;

/// <summary>The configured values, and where those stand that are looked at more closely.</summary>
internal sealed record LoadedConfiguration(IConfiguration Values, ConfigurationPlaces Places);
