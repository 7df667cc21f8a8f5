using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests;

/// <summary>The help is what people script against: a change of it is seen. IMSAUDIT_UPDATE_GOLDENS=1 writes the goldens anew.</summary>
public sealed class HelpTests : IDisposable
{
    private const string Update = "IMSAUDIT_UPDATE_GOLDENS";
    private readonly App _app = new();

    public static TheoryData<string> Commands { get; } =
    [
        "", "scan", "collect", "report", "diff", "verify", "explain", "policy", "policy list", "policy show", "policy validate", "policy test", "policy lint",
        "policy impact", "policy docs", "policy schema", "waivers", "waivers list", "waivers lint", "template", "template list", "template export", "template check", "template docs", "history", "history list", "history show", "history trend", "history prune", "history export", "fields", "auth", "auth check", "demo", "simulate",
    ];

    public void Dispose() => _app.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_is_the_golden(string command)
    {
        var run = (await _app.RunAsync([.. Words(command), "--help"])).ShouldExit(0);
        var golden = Path.Combine(ImsAuditBinary.RepositoryRoot, "tests", "ImsAudit.Cli.Tests", "Goldens", $"help{command.Replace(' ', '-').Insert(0, command.Length == 0 ? "" : "-")}.txt");
        if (IsUpdate()) await File.WriteAllTextAsync(golden, run.Output);

        (run.Output == await File.ReadAllTextAsync(golden)).ShouldBeTrue($"{golden} is not what is printed; {Update}=1 dotnet test tests/ImsAudit.Cli.Tests writes it anew. Printed was:\n{run.Output}");
    }

    [Fact]
    public async Task Every_command_has_a_golden()
    {
        using var other = new App();
        var all = new List<string>();
        await CollectAsync("");
        all.ShouldBe(((IEnumerable<object[]>)Commands).Select(row => (string)row[0]), ignoreOrder: true);

        async Task CollectAsync(string command)
        {
            all.Add(command);
            var help = (await other.RunAsync([.. Words(command), "--help"])).Output;
            var at = help.IndexOf("Commands:\n", StringComparison.Ordinal);
            if (at < 0) return;
            foreach (var line in help[at..].Split('\n').Skip(1).Where(line => line.Length > 2 && line[2] != ' '))
                await CollectAsync($"{command} {line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]}".Trim());
        }
    }

    [Fact]
    public void Every_option_says_what_happens_without_it()
    {
        foreach (var option in new Cli.Options.CliOptions().Configurable)
            (option.HasDefaultValue || option.Description!.Contains("[default: ", StringComparison.Ordinal)).ShouldBeTrue(option.Name);
    }

    [Fact]
    public async Task Version_is_one_line() => (await _app.RunAsync("--version")).ShouldExit(0).Output.ShouldMatch(@"^imsaudit \d+\.\d+\.\d+\n$");

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsUpdate()
    {
        if (Environment.GetEnvironmentVariable(Update) != "1") return false;
        Environment.GetEnvironmentVariable("CI").ShouldBeNullOrEmpty("Goldens are not updated where nobody looks at them.");
        return true;
    }
}
