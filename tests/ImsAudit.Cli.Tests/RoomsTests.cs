using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ImsAudit.Cli.Tests;

/// <summary>What each room must never use, told from what its assembly refers to.</summary>
public sealed class RoomsTests
{
    [Theory]
    [InlineData("ImsAudit.Core", "System.Net.Http", "System.Console", "Scriban", "Flurl", "Spectre", "CsvHelper", "YamlDotNet", "System.CommandLine", "ImsAudit.")]
    [InlineData("ImsAudit.Collection", "System.Console", "Scriban", "Spectre", "CsvHelper", "NJsonSchema", "System.CommandLine", "ImsAudit.Reporting", "ImsAudit.Simulator", "imsaudit")]
    [InlineData("ImsAudit.Reporting", "System.Net.Http", "System.Console", "Flurl", "NJsonSchema", "System.CommandLine", "ImsAudit.Collection", "ImsAudit.Simulator", "imsaudit")]
    [InlineData("ImsAudit.History", "System.Net.Http", "System.Console", "Scriban", "Flurl", "Spectre", "CsvHelper", "NJsonSchema", "System.CommandLine", "ImsAudit.Collection", "ImsAudit.Reporting", "ImsAudit.Simulator", "imsaudit")]
    [InlineData("ImsAudit.Simulator", "System.Console", "Scriban", "Flurl", "Spectre", "NJsonSchema", "System.CommandLine", "ImsAudit.Collection", "ImsAudit.Reporting", "imsaudit")]
    public void Room_does_not_refer_to_what_it_must_never_use(string room, params string[] never)
    {
        var referenced = Assemblies(room);

        referenced.ShouldNotBeEmpty();
        referenced.ShouldAllBe(name => !never.Any(forbidden => name.StartsWith(forbidden, StringComparison.Ordinal)), $"{room} refers to {string.Join(", ", referenced)}");
    }

    [Fact]
    public void Simulator_uses_the_core_and_the_base_library_alone()
    {
        Assemblies("ImsAudit.Simulator").Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBe(["ImsAudit.Core"]);
    }

    [Theory]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Parquet")]
    public void History_alone_knows_databases_and_their_files(string library)
    {
        Assemblies("ImsAudit.History").ShouldContain(library);
        foreach (var room in new[] { "ImsAudit.Core", "ImsAudit.Collection", "ImsAudit.Reporting", "ImsAudit.Simulator", "imsaudit" }) Assemblies(room).ShouldNotContain(library);
    }

    [Fact]
    public void Policies_alone_know_the_schema_validator() => NamespacesThatUse("NJsonSchema").ShouldBe(["ImsAudit.Policies"]);

    [Theory]
    [InlineData("ImsAudit.Core", "ImsAudit")]
    [InlineData("ImsAudit.Collection", "ImsAudit.Collection")]
    [InlineData("ImsAudit.Reporting", "ImsAudit.Reporting")]
    [InlineData("ImsAudit.History", "ImsAudit.History")]
    [InlineData("ImsAudit.Simulator", "ImsAudit.Simulator")]
    [InlineData("imsaudit", "ImsAudit.Cli")]
    public void Types_stand_in_the_namespaces_of_their_room(string room, string root)
    {
        using var assembly = Open(room);
        var metadata = assembly.GetMetadataReader();
        // Not ours: what compilers and generators put beside the code.
        var own = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => !type.IsNested)
            .Select(type => (Namespace: metadata.GetString(type.Namespace), Name: metadata.GetString(type.Name)))
            .Where(type => !type.Name.StartsWith('<') && type.Name is not "Program" && !type.Namespace.StartsWith("System", StringComparison.Ordinal) && !type.Namespace.StartsWith("Microsoft", StringComparison.Ordinal));

        own.ShouldAllBe(type => type.Namespace == root || type.Namespace.StartsWith(root + ".", StringComparison.Ordinal));
    }

    private static List<string> Assemblies(string room)
    {
        using var assembly = Open(room);
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }

    /// <summary>The namespaces of the core whose methods, fields or signatures name a type of the assembly.</summary>
    private static List<string> NamespacesThatUse(string library)
    {
        var root = Path.Combine(Process.ImsAuditBinary.RepositoryRoot, "src", "ImsAudit");
        Assemblies("ImsAudit.Core").ShouldContain(library);
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(root, file).StartsWith("obj", StringComparison.Ordinal) && File.ReadAllText(file).Contains($"using {library}", StringComparison.Ordinal))
                .Select(file => $"ImsAudit.{Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')}")
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static PEReader Open(string room) => new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, room + ".dll")));
}
