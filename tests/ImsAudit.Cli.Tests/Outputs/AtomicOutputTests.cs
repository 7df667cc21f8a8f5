using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Outputs;

/// <summary>Files are written whole or not at all, and a failure leaves what was there.</summary>
public sealed class AtomicOutputTests : IDisposable
{
    private readonly App _app = new();

    public AtomicOutputTests() => _app.Folder.Write("sample.json", Texts.Sample);

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Failure_of_one_output_leaves_the_earlier_file_of_another()
    {
        _app.Folder.Write("r.json", "earlier");
        _app.Folder.Write("t.html", "{{ nothing_like_this }}");

        (await ScanAsync("--output", "json=r.json", "--output", "html=r.html", "--template", "t.html")).ShouldExit(2);

        File.ReadAllText(_app.Folder["r.json"]).ShouldBe("earlier");
        _app.Files.ShouldBe(["r.json", "sample.json", "t.html"]);
    }

    [Fact]
    public async Task Earlier_file_is_replaced_by_a_whole_one()
    {
        _app.Folder.Write("r.json", new string('x', 100_000));

        (await ScanAsync("--output", "json=r.json")).ShouldExit(0);

        File.ReadAllText(_app.Folder["r.json"]).ShouldStartWith("{");
        File.ReadAllText(_app.Folder["r.json"]).ShouldEndWith("}\n");
        _app.Files.ShouldBe(["r.json", "sample.json"]);
    }

    [Fact]
    public async Task Link_stays_a_link_and_its_target_is_replaced()
    {
        _app.Folder.Write("target.json", "earlier");
        File.CreateSymbolicLink(_app.Folder["r.json"], _app.Folder["target.json"]);

        (await ScanAsync("--output", "json=r.json")).ShouldExit(0);

        new FileInfo(_app.Folder["r.json"]).LinkTarget.ShouldNotBeNull();
        File.ReadAllText(_app.Folder["target.json"]).ShouldStartWith("{");
    }

    [Fact]
    public async Task Folder_in_the_files_place_is_a_sentence()
    {
        Directory.CreateDirectory(_app.Folder["r.json"]);

        (await ScanAsync("--output", "json=r.json")).ShouldExit(2).Error.ShouldContain("folder");
    }

    [DiskFullFact]
    public async Task Full_disk_is_a_sentence_and_no_clean_exit()
    {
        foreach (var arguments in new[] { new[] { "--output", "json=/dev/full" }, ["--save-snapshot", "/dev/full"] })
        {
            var run = (await ScanAsync(arguments)).ShouldExit(2);
            run.Error.ShouldContain("/dev/full cannot be written");
            run.Error.ShouldNotContain("   at ");
        }
    }

    [DiskFullFact]
    public async Task Device_is_written_and_not_replaced()
    {
        (await ScanAsync("--output", "json=/dev/null")).ShouldExit(0);

        new FileInfo("/dev/null").Length.ShouldBe(0);
        File.WriteAllText("/dev/null", "still a device that swallows");
        File.ReadAllText("/dev/null").ShouldBeEmpty();
    }

    [Fact]
    public async Task Standard_output_that_breaks_is_a_sentence()
    {
        _app.Output = new BrokenStream();

        (await ScanAsync("--output", "json=-")).ShouldExit(2).Error.ShouldContain("Standard output cannot be written");
    }

    private Task<Process.ImsAuditRun> ScanAsync(params string[] options) =>
        _app.RunAsync(["scan", "--from", "sample.json", "--policy", "must-be-uefi", .. options]);
}

/// <summary>Runs where there is a device that is always full.</summary>
public sealed class DiskFullFactAttribute : FactAttribute
{
    public DiskFullFactAttribute() => Skip = WhyNot;

    /// <summary>Why it cannot run here; null when it can.</summary>
    internal static string? WhyNot { get; } = File.Exists("/dev/full") ? null : "There is no /dev/full here, and a full disk cannot be made without being root.";
}

/// <inheritdoc cref="DiskFullFactAttribute"/>
public sealed class DiskFullTheoryAttribute : TheoryAttribute
{
    public DiskFullTheoryAttribute() => Skip = DiskFullFactAttribute.WhyNot;
}
