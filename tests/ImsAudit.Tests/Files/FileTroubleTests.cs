using ImsAudit.Files;

namespace ImsAudit.Tests.Files;

public sealed class FileTroubleTests
{
    [Fact]
    public void Trouble_of_the_system_is_worded_by_us()
    {
        var folder = Directory.CreateTempSubdirectory("imsaudit-files").FullName;

        Said(() => File.ReadAllBytes(Path.Combine(folder, "absent"))).ShouldBe("there is no such file");
        Said(() => File.ReadAllBytes(Path.Combine(folder, "absent", "x"))).ShouldBe("there is no such folder");
        Said(() => File.ReadAllBytes(folder)).ShouldBe("this user may not, or it is a folder");
        Said(() => File.ReadAllBytes(Path.Combine(folder, new string('x', 5000)))).ShouldBe("its name is too long");

        Directory.Delete(folder);
    }

    [Fact]
    public void Full_disk_says_so()
    {
        var code = OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28;

        FileTrouble.Of(new IOException("No space left on device : '/x'", code)).ShouldBe("there is no room left on the disk");
    }

    [Fact]
    public void Sentence_of_our_own_stays() => FileTrouble.Of(new IOException("It is a folder.")).ShouldBe("It is a folder");

    private static string Said(Action action)
    {
        try
        {
            action();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return FileTrouble.Of(trouble);
        }
        throw new InvalidOperationException("There was no trouble.");
    }
}
