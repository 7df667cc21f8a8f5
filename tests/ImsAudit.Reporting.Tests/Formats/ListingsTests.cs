using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

/// <summary>The proof of completeness as people read it.</summary>
public sealed class ListingsTests
{
    private const string Drift = "Once an image came again that had come before (first \"x\").";

    private static readonly ReportOptions s_verbose = ReportOptions.File with { Verbose = true };

    [Fact]
    public void Text_is_silent_about_listings_that_went_well() =>
        Report.Of("text", With(Some.Listing(), Some.Listing(ImageCategory.Public))).ShouldNotContain("private of");

    [Fact]
    public void Text_names_only_the_listing_where_something_was_noticed()
    {
        var text = Report.Of("text", With(Some.Listing() with { Drift = [Drift] }, Some.Listing(ImageCategory.Public)));

        text.ShouldContain("Noticed while the lists were read:\n  private of prod/cn-north-4/0f1e2d3c4b5a: 612 images on 7 pages in 60.0 s, ended: no next\n    " + Drift);
        text.ShouldNotContain("public of");
    }

    [Fact]
    public void Verbose_text_tells_of_every_listing_what_was_asked_and_what_came()
    {
        var text = Report.Of("text", With(Some.Listing(), Some.Listing(ImageCategory.Public, "e") with { Filtered = true, Notes = ["n"], Pages = 1 }), s_verbose);

        text.ShouldContain("""
              private of prod/cn-north-4/0f1e2d3c4b5a: 612 images on 7 pages in 60.0 s, ended: no next
                asked: owner=0f1e2d3c4b5a&__imagetype=private
                first: 0a1b2c3d-0000-4000-8000-000000000001, last: 0a1b2c3d-0000-4000-8000-000000000612
              public of prod/cn-north-4: 612 images on 1 page in 60.0 s, tried again: 4, narrowed by --filter, ended: failed; INCOMPLETE
            """);
        text.ShouldContain("\n    n\n");
    }

    [Fact]
    public void Listing_of_an_earlier_version_is_told_without_what_it_does_not_say()
    {
        var old = Some.Listing() with { FirstId = null, LastId = null, Ended = ListingEnd.NotKnown, StartedAt = null };

        Report.Of("text", With(old), s_verbose).ShouldContain("612 images on 7 pages\n    asked: owner=");
        Report.Of("markdown", With(old)).ShouldContain("| 7 | 612 |  | 0 |  | complete |  |");
    }

    [Fact]
    public void Markdown_folds_the_table_away()
    {
        var markdown = Report.Of("markdown", With(Some.Listing() with { Drift = [Drift] }));

        markdown.ShouldContain("<details>\n<summary>1 listing: what was sent, and how each ended</summary>\n\n| Listing |");
        markdown.ShouldContain("| 0 | 60 | no next | Once an image came again");
        markdown.ShouldContain(" |\n\n</details>\n\n<sub>");
    }

    private static AuditResult With(params Listing[] listings)
    {
        var empty = Some.Empty();
        return empty with { Run = empty.Run with { Listings = listings } };
    }
}
