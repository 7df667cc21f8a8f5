using System.Runtime.CompilerServices;

namespace ImsAudit.Reporting.Tests.Validators;

/// <summary>A test that needs a validator from npm; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ValidatorFactAttribute : FactAttribute
{
    public ValidatorFactAttribute(string program)
    {
        if (!OperatingSystem.IsLinux()) Skip = "The validators are installed for Linux.";
        else if (!File.Exists(PathOf(program))) Skip = "The validators are not installed: npm ci --prefix tests/report-validators";
    }

    public static string PathOf(string program) => Path.Combine(Folder(), "node_modules", program);

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "report-validators");
}
