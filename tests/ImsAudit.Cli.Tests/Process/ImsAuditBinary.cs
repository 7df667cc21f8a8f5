using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ImsAudit.Cli.Tests.Process;

/// <summary>
/// The built command line: the one of this build's configuration, or what <c>IMSAUDIT_BINARY</c> names (a native
/// binary, a published one).
/// </summary>
public static class ImsAuditBinary
{
    private static readonly string s_dotnetRoot =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The folder that holds <c>ImsAudit.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static ProcessStartInfo StartInfo(string workingFolder)
    {
        var file = Environment.GetEnvironmentVariable("IMSAUDIT_BINARY") ?? Built();
        var start = new ProcessStartInfo { WorkingDirectory = workingFolder };
        start.FileName = file.EndsWith(".dll", StringComparison.Ordinal) ? Path.Combine(s_dotnetRoot, "dotnet") : file;
        if (start.FileName != file) start.ArgumentList.Add(file);
        // Nothing of the machine's own clouds may reach the binary: no OS_*, HUAWEICLOUD_*, IMSAUDIT__*, no clouds.yaml.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["DOTNET_ROOT"] = s_dotnetRoot;
        start.Environment["HOME"] = workingFolder;
        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }

    private static string Built()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var built = Path.Combine(RepositoryRoot, "src", "ImsAudit.Cli", "bin", output.Parent!.Name, output.Name);
        var host = Path.Combine(built, OperatingSystem.IsWindows() ? "imsaudit.exe" : "imsaudit");
        return File.Exists(host) ? host : Path.Combine(built, "imsaudit.dll");
    }

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ImsAudit.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds ImsAudit.sln.");
    }
}
