using System.Runtime.CompilerServices;

namespace ImsAudit.Reporting.Tests;

/// <summary>
/// Files that say how reports look. <c>IMSAUDIT_UPDATE_GOLDENS=1 dotnet test tests/ImsAudit.Reporting.Tests</c> writes them
/// anew (not where <c>CI</c> is set); look at the difference before it is committed.
/// </summary>
internal static class Goldens
{
    public static void Hold(string name, byte[] actual)
    {
        var path = Path.Combine(Folder(), name);
        if (MayUpdate(Environment.GetEnvironmentVariable("IMSAUDIT_UPDATE_GOLDENS"), Environment.GetEnvironmentVariable("CI"))) Update(path, actual);
        File.Exists(path).ShouldBeTrue($"There is no golden {name}. Write it with IMSAUDIT_UPDATE_GOLDENS=1 dotnet test tests/ImsAudit.Reporting.Tests");
        var expected = File.ReadAllBytes(path);
        // Texts, so that a failure shows the difference; and the bytes, which are what is promised.
        System.Text.Encoding.UTF8.GetString(actual).ShouldBe(System.Text.Encoding.UTF8.GetString(expected));
        actual.ShouldBe(expected);
    }

    internal static bool MayUpdate(string? update, string? ci)
    {
        if (update == "1" && !string.IsNullOrEmpty(ci)) throw new InvalidOperationException("Goldens are not updated where CI is set: a golden that follows the code proves nothing.");
        return update == "1";
    }

    private static void Update(string path, byte[] actual)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, actual);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Goldens");
}
