using System.Reflection;
using ImsAudit.Results;

namespace ImsAudit.Cli;

/// <summary>The program's own name and version.</summary>
internal static class Product
{
    public const string Name = "imsaudit";

    /// <summary>Such as <c>0.1.0</c>, without the commit that the build puts behind it.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static ToolInfo Tool { get; } = new(Name, Version);

    public static string NameAndVersion => $"{Name} {Version}";
}
