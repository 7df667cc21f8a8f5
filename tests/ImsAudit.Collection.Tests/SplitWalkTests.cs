using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Simulator;

namespace ImsAudit.Collection.Tests;

/// <summary>What a walk in stretches must bring: the same as the plain walk, whatever happens meanwhile.</summary>
public sealed class SplitWalkTests
{
    private const int Seeds = 16;

    [Theory]
    [InlineData(SimulatorMode.Ims)]
    [InlineData(SimulatorMode.Glance)]
    public async Task Split_walk_brings_what_the_plain_walk_brings(SimulatorMode mode)
    {
        var splits = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var made = new LumpyEstate(seed);
            var estate = made.Of(made.Random.Next(0, 700));
            var (collected, _) = await new Split { Mode = mode, Settings = Any(made.Random) }.RunAsync(estate);

            collected.Ids.Order(StringComparer.Ordinal).ShouldBe(estate.Images.Select(image => image.Id).Order(StringComparer.Ordinal), $"seed {seed}");
            collected.Listing.Complete.ShouldBeTrue();
            collected.Listing.Images.ShouldBe(estate.Count);
            collected.Listing.Drift.ShouldBeEmpty($"seed {seed}");
            splits += Split.Stretches(collected) - 1;
        }
        splits.ShouldBeGreaterThan(Seeds);
    }

    [Theory]
    [InlineData(SimulatorMode.Ims, 0.1)]
    [InlineData(SimulatorMode.Glance, 0.1)]
    [InlineData(SimulatorMode.Ims, 0.5)]
    [InlineData(SimulatorMode.Glance, 0.5)]
    public async Task Split_walk_brings_every_image_that_was_there_all_the_time(SimulatorMode mode, double churn)
    {
        var (splits, complete) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var made = new LumpyEstate(1000 + seed);
            var estate = made.Of(made.Random.Next(60, 300));
            var changes = new Changes(estate, made.Random, churn);
            var (collected, _) = await new Split { Mode = mode, Settings = Any(made.Random), Intercept = changes.Happen }.RunAsync(estate);

            collected.Ids.ShouldBeUnique();
            collected.Listing.Images.ShouldBe(collected.Images.Count);
            splits += Split.Stretches(collected) - 1;
            if (!collected.Listing.Complete) continue;
            complete++;
            collected.Ids.ShouldBeSubsetOf(changes.Ever);
            changes.Steady.ShouldBeSubsetOf(collected.Ids, $"seed {seed}");
        }
        splits.ShouldBeGreaterThan(Seeds);
        complete.ShouldBeGreaterThan(Seeds / 2);
    }

    [Fact]
    public async Task Thousands_of_images_of_one_second_are_all_there()
    {
        var made = new LumpyEstate(7);
        var estate = made.Of([.. Enumerable.Repeat(LumpyEstate.Newest.AddDays(-50), 3000), .. Enumerable.Range(0, 300).Select(day => LumpyEstate.Newest.AddDays(-day))]);

        var (collected, requests) = await new Split { Settings = Split.Defaults with { PageSize = 100 } }.RunAsync(estate);

        collected.Listing.Complete.ShouldBeTrue();
        collected.Images.Count.ShouldBe(3300);
        requests.Count.ShouldBeLessThanOrEqualTo((2 * collected.Listing.Pages) + Split.Defaults.Concurrency);
    }

    [Fact]
    public async Task Split_walk_hardly_asks_more_than_twice_as_often_as_the_plain_walk()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (collected, requests) = await new Split().RunAsync(new LumpyEstate(seed).Of(400));

            requests.Count.ShouldBeLessThanOrEqualTo((2 * collected.Listing.Pages) + Split.Defaults.Concurrency);
            requests.Count(request => request.PathAndQuery.Contains("created_at=lt%3A")).ShouldBe(requests.Count - collected.Listing.Pages);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task Short_listing_costs_no_request_more(int images)
    {
        var (collected, requests) = await new Split().RunAsync(new LumpyEstate(3).Of(images));

        collected.Images.Count.ShouldBe(images);
        requests.Count.ShouldBe(1 + (images / 5));
    }

    [Fact]
    public async Task Listing_that_is_asked_by_one_request_at_a_time_is_walked_plainly()
    {
        var (collected, requests) = await new Split { Settings = Split.Defaults with { Concurrency = 1 } }.RunAsync(new LumpyEstate(3).Of(100));

        collected.Listing.Notes.ShouldBeEmpty();
        requests.Count.ShouldBe(20);
    }

    [Theory]
    [InlineData("created_at", "gt:2000-01-01T00:00:00Z")]
    [InlineData("sort", "name:asc")]
    [InlineData("sort_key", "id")]
    [InlineData("sort_dir", "asc")]
    public async Task Filter_that_orders_or_dates_the_listing_is_walked_plainly(string key, string value)
    {
        var settings = Split.Defaults with { Filters = [new QueryParameter(key, value)] };

        var (collected, requests) = await new Split { Settings = settings }.RunAsync(new LumpyEstate(3).Of(100));

        collected.Images.Count.ShouldBe(100);
        requests.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Rate_that_leaves_no_room_is_not_used_up_by_splitting()
    {
        // The wait for the next turn is longer than any answer takes.
        var (collected, requests) = await new Split { Settings = Split.Defaults with { Rate = 4, PageSize = 25 } }.RunAsync(new LumpyEstate(3).Of(90));

        collected.Images.Count.ShouldBe(90);
        requests.Count.ShouldBe(4);
    }

    private static CollectionSettings Any(Random random) =>
        Split.Defaults with { PageSize = random.Next(1, 30), Concurrency = random.Next(2, 9), Dialect = ApiDialect.Ims };
}
