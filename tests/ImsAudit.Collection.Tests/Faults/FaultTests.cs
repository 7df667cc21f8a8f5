using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>Every fault of the table, between the collector and the simulator: see the README beside this file.</summary>
public sealed class FaultTests
{
    private static readonly Lazy<Task<string[]>> s_clean = new(async () => (await FaultRun.OfAsync(FaultTable.All.First(), _ => false)).Collected.Ids);

    public static TheoryData<string> Requests => [.. FaultTable.All.Where(fault => !fault.AtConnect).Select(fault => fault.Name)];

    public static TheoryData<string> All => [.. FaultTable.All.Select(fault => fault.Name)];

    public static TheoryData<string> Stuck => [.. FaultTable.All.Where(fault => fault.Stuck).Select(fault => fault.Name)];

    [Fact]
    public async Task Listing_without_a_fault_has_three_pages_and_more() => (await s_clean.Value).Length.ShouldBeGreaterThan(2 * FaultRun.PageSize);

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Fault_that_strikes_once_is_survived_or_told(string name)
    {
        var fault = Named(name);

        var run = await FaultRun.OfAsync(fault, request => request == 2);

        run.KeptItsSecrets();
        if (fault.Effect == Effect.Incomplete) await IncompleteAsync(run, fault);
        else await CompleteAsync(run);
        if (fault is { Effect: Effect.TriedAgain, Sends: 1 }) run.Collected.Listing.Retries.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Fault_that_stays_is_told_unless_it_is_harmless(string name)
    {
        var fault = Named(name);

        var run = await FaultRun.OfAsync(fault, request => request >= 2);

        run.KeptItsSecrets();
        if (fault.Effect == Effect.None) await CompleteAsync(run);
        else await IncompleteAsync(run, fault);
        var before = fault.AtConnect ? 0 : 1;
        if (fault.Effect == Effect.TriedAgain) (run.Requests - before).ShouldBe(FaultRun.Settings.Tries * fault.Sends);
        if (fault.Effect == Effect.Incomplete) (run.Requests - before).ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Fault_makes_a_signed_request_give_nothing_away(string name) =>
        (await FaultRun.OfAsync(Named(name), request => request >= 1, new AccessKeyAuthentication(FaultRun.Key))).KeptItsSecrets();

    [Theory]
    [MemberData(nameof(Stuck))]
    public async Task Fault_without_end_ends_with_the_time_of_the_collection(string name)
    {
        var run = await FaultRun.OfAsync(Named(name), request => request >= 2, patience: ImpatientClock.CollectionLimit + TimeSpan.FromSeconds(1),
            settings: FaultRun.Settings with { Tries = 1000 });

        run.Collected.Result.Complete.ShouldBeFalse();
        run.Collected.Error.ShouldContain("Give more with --timeout");
    }

    [Fact]
    public void Table_in_the_readme_is_current()
    {
        if (Environment.GetEnvironmentVariable("IMSAUDIT_UPDATE_GOLDENS") == "1") File.WriteAllText(FaultTable.ReadmeFile(), FaultTable.Readme());

        File.ReadAllText(FaultTable.ReadmeFile()).ShouldBe(FaultTable.Readme());
    }

    [Fact]
    public void Faults_have_names_of_their_own() => FaultTable.All.Select(fault => fault.Name).ShouldBeUnique();

    private static async Task CompleteAsync(FaultRun run)
    {
        run.Collected.Listing.Error.ShouldBeNull();
        run.Collected.Result.Complete.ShouldBeTrue();
        run.Collected.Ids.ShouldBe(await s_clean.Value);
    }

    private static async Task IncompleteAsync(FaultRun run, Fault fault)
    {
        run.Collected.Result.Complete.ShouldBeFalse();
        run.Collected.Error.ShouldContain(fault.Says);
        run.Collected.Error.Length.ShouldBeLessThan(2000);
        if (fault.AtConnect) run.Collected.Images.ShouldBeEmpty();
        else run.Collected.Ids.Take(FaultRun.PageSize).ShouldBe((await s_clean.Value).Take(FaultRun.PageSize));
    }

    private static Fault Named(string name) => FaultTable.All.Single(fault => fault.Name == name);
}
