using System.Text;
using CsCheck;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

public sealed class SavedImagesTests
{
    [Theory]
    [InlineData("""{"images":[{"id":"a"},{"id":"b"}]}""")]
    [InlineData("""{"schema":"/v2/schemas/images","first":"/v2/images","images":[{"id":"a"},{"id":"b"}],"next":null}""")]
    [InlineData("""[{"id":"a"},{"id":"b"}]""")]
    [InlineData("{\"id\":\"a\"}\n{\"id\":\"b\"}\n")]
    [InlineData("{\"id\":\"a\"}\r\n\r\n{\"id\":\"b\"}")]
    [InlineData("{\"images\":[{\"id\":\"a\"}]}\n{\"images\":[{\"id\":\"b\"}]}")]
    [InlineData("{\"images\":[{\"id\":\"a\"}]}{\"id\":\"b\"}")]
    [InlineData("[{\"images\":[{\"id\":\"a\"}]},{\"images\":[{\"id\":\"b\"}]}]")]
    [InlineData("[{\"id\":\"a\"}]\n[{\"id\":\"b\"}]")]
    [InlineData("\uFEFF  {\n  \"images\": [\n    {\n      \"id\": \"a\"\n    },\n    {\"id\":\"b\"}\n  ]\n}\n")]
    public async Task Saved_images_are_read_whatever_holds_them(string saved)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(saved), Inputs.Gzip(Encoding.UTF8.GetBytes(saved)) })
        {
            using var inventory = await Inputs.OpenInChunks(bytes, 7);
            inventory.Completeness.ShouldBe(Completeness.NotKnown);
            inventory.Notes.ShouldHaveSingleItem().ShouldStartWith("Completeness not known: a.json is a saved response");
            inventory.SnapshotSha256.ShouldBeNull();
            (await inventory.Images()).Select(Inputs.Text).ShouldBe(["{\"id\":\"a\"}", "{\"id\":\"b\"}"]);
            (await inventory.Ids()).ShouldBe(["a", "b"]);
        }
    }

    [Theory]
    [InlineData("""{"images":[]}""")]
    [InlineData("[]")]
    public async Task Response_without_images_is_no_mistake(string saved)
    {
        using var inventory = await Inputs.Open(saved);
        (await inventory.Images()).ShouldBeEmpty();
        inventory.Completeness.ShouldBe(Completeness.NotKnown);
    }

    [Theory]
    [InlineData("", null, null, "is empty")]
    [InlineData("\n \n", null, null, "is empty")]
    [InlineData("{}", 1, 1, "no \"id\"")]
    [InlineData("""{"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}}""", 1, 1, "no \"id\"")]
    [InlineData("""{"images":null}""", 1, 1, "no \"id\"")]
    [InlineData("\n  <html><body>Login</body></html>", 2, 3, "web page")]
    [InlineData("404 page not found", 1, 1, "no image")]
    [InlineData("42", 1, 1, "no image")]
    [InlineData("[1]", 1, 2, "no image")]
    [InlineData("[[{\"id\":\"a\"}]]", 1, 2, "no image")]
    [InlineData("{\"images\":[\n {\"id\":\"a\"},\n \"b\"]}", 3, 2, "An image is a JSON object")]
    [InlineData("{\"id\":\"a\"}\n  {\"id\":\"\"}", 2, 3, "no \"id\"")]
    [InlineData("{\"id\":\"a\"}\n{\"id\":7}", 2, 1, "no \"id\"")]
    [InlineData("{\"id\":\"a\"}\n{\"id\":\"\\ud800\"}", 2, 1, "no \"id\"")]
    [InlineData("{\"id\":\"a\"}\n{\"name\":\"b\"}", 2, 1, "no \"id\"")]
    [InlineData("{\"id\":\"a\"}\n{\"id\":\"b\"", 2, 10, "not valid JSON")]
    [InlineData("{\"id\":\"a\"}\nb", 2, 1, "not valid JSON")]
    [InlineData("[{\"id\":\"a\"}", 1, 12, "not valid JSON")]
    [InlineData("{\"images\":[{\"id\":\"a\"}]", 1, 23, "not valid JSON")]
    [InlineData("{\"images\":[{\"id\":\"a\"}],\"id\":\"b\"}", 1, 24, "cannot be told")]
    [InlineData("{\"schema\":\"imsaudit/result/1\",\"findings\":[]}", 1, 1, "imsaudit report")]
    [InlineData("{\"id\":\"a\"}\n {\"id\":\"b\",\"n\":1,\n\"id\":\"c\"}", 2, 2, "more than one \"id\"")]
    [InlineData("{\"images\":[{\"id\":\"a\",\"\\u0069d\":\"b\"}]}", 1, 12, "more than one \"id\"")]
    [InlineData("{\"id\":\"own\",\"title\":\"t\",\"severity\":\"high\",\"require\":true}", 1, 1, "This is a policy, not an image.")]
    [InlineData("{\"id\":\"own\",\"title\":\"t\",\"assert\":{}}", 1, 1, "This is a policy")]
    [InlineData("\n {\"id\":\"own\",\"title\":{\"en\":\"t\"},\"include\":[\"a\"]}", 2, 2, "This is a pack of policies")]
    [InlineData("{\"id\":\"own\",\"description\":\"d\",\"values\":[]}", 1, 1, "This is a list that policies refer to")]
    [InlineData("{\"id\":\"own\",\"rows\":[]}", 1, 1, "This is a table that policies refer to")]
    public async Task Input_that_is_no_images_is_refused_with_its_place(string saved, int? line, int? column, string said)
    {
        var wrong = await Should.ThrowAsync<InputFileException>(() => Inputs.Open(saved));
        wrong.Message.ShouldContain(said);
        (wrong.File, wrong.Line, wrong.Column).ShouldBe(("a.json", (long?)line, (long?)column));
        wrong.Message.ShouldStartWith(line is null ? "a.json: " : $"a.json, line {line}, column {column}: ");
    }

    [Theory]
    [InlineData("""{"id":"a","title":"t","severity":"high","owner":"p1"}""")]
    [InlineData("""{"id":"a","title":"t","visibility":"private","require":"x"}""")]
    [InlineData("""{"id":"a","severity":"high","name":"n"}""")]
    [InlineData("""{"id":"a","values":"v","hw_firmware_type":"uefi"}""")]
    [InlineData("""{"id":"a","nested":{"id":"b"},"ID":"c"}""")]
    public async Task Image_with_fields_like_those_of_our_files_stays_an_image(string saved)
    {
        using var inventory = await Inputs.Open(saved);
        (await inventory.Ids()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Utf16_is_named() =>
        (await Should.ThrowAsync<InputFileException>(() => Inputs.Open([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("[]")]))).Message.ShouldContain("UTF-16");

    [Fact]
    public async Task Compressed_response_that_was_cut_is_refused()
    {
        var packed = Inputs.Gzip(Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"{{\"id\":\"{i * 7919}\"}}")) + "]"));
        foreach (var length in new[] { packed.Length / 2, packed.Length - 9, packed.Length - 1 })
            (await Should.ThrowAsync<InputFileException>(() => Inputs.Open(packed[..length]))).Message.ShouldContain("compressed data");
    }

    [Fact]
    public async Task Image_bytes_stay_as_they_came_but_for_the_line_ends()
    {
        const string OneLine = """{"id":"a", "n" : 1.50E+2,"u":"\u00e9\/é","id2":[ 1 , 2 ]}""";
        using var inventory = await Inputs.Open($"[{OneLine},\n{{\n \"id\": \"b\",\n \"s\": \"x y\\n \\\" z\",\n \"n\": 1.0\n}}]");
        (await inventory.Images()).Select(Inputs.Text).ShouldBe([OneLine, """{"id":"b","s":"x y\n \" z","n":1.0}"""]);
    }

    [Fact]
    public async Task Chunks_and_sizes_do_not_matter()
    {
        var gen = Gen.Select(Gen.Int[1, 7], Gen.Int[0, 40].List[0, 60], Gen.Bool, Gen.Bool);
        await gen.SampleAsync(async (most, sizes, pretty, ndjson) =>
        {
            var images = sizes.Select((size, i) => $"{{{(pretty && !ndjson ? "\n  " : "")}\"id\":\"i{i}\",\"name\":\"{new string('像', size * 40)}\"}}").ToList();
            var saved = ndjson ? string.Join('\n', images) + "\n" : $"{{\"images\":[{string.Join(',', images)}]}}";
            if (images.Count == 0) saved = "[]";
            using var inventory = await Inputs.OpenInChunks(Encoding.UTF8.GetBytes(saved), most);
            (await inventory.Ids()).ShouldBe(images.Select((_, i) => $"i{i}"));
        }, iter: 30, threads: 1);
    }

    [Fact]
    public async Task Large_response_on_one_line_is_streamed()
    {
        var saved = "{\"images\":[" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"{{\"id\":\"{i}\",\"d\":\"{new string('x', 200)}\"}}")) + "]}";
        using var inventory = await Inputs.Open(saved);
        (await inventory.Ids()).ShouldBe(Enumerable.Range(0, 5000).Select(i => $"{i}"));
    }

    [Fact]
    public async Task Image_larger_than_the_buffer_is_whole()
    {
        var name = new string('n', 300_000);
        using var inventory = await Inputs.Open($"[{{\"id\":\"a\",\"name\":\"{name}\"}}]");
        (await inventory.Images())[0].Text().ShouldBe($"{{\"id\":\"a\",\"name\":\"{name}\"}}");
    }

    [Theory]
    [InlineData(null, """{"images":[],"next":null}""")]
    [InlineData("/v2/images?marker=m", """{"images":[],"next":"/v2/images?marker=m"}""")]
    [InlineData("/v2/images?marker=m", """{"next":"/v2/images?marker=m","images":[]}""")]
    [InlineData(null, """{"images":[],"next":"/v2/images?marker=m"}""", """{"images":[]}""")]
    [InlineData("/v2/images?marker=n", """{"images":[],"next":"/v2/images?marker=m"}{"images":[],"next":"/v2/images?marker=n"}""")]
    [InlineData("x\\u001b[31m", """{"images":[],"next":"x\u001b[31m"}""")]
    public async Task Next_page_that_was_not_given_is_named(string? next, params string[] saved)
    {
        using var inventory = await Inputs.Open(saved);
        inventory.Notes.Count(note => note.Contains("next page", StringComparison.Ordinal)).ShouldBe(next is null ? 0 : 1);
        if (next is not null) inventory.Notes[1].ShouldEndWith($"names a next page that was not given: {next}");
    }

    private const string GoldPage = """{"images":[],"first":"/v2/images?__imagetype=gold&limit=2","next":"/v2/images?limit=2&marker=m&__imagetype=gold"}""";
    private const string GoldEnd = """{"images":[],"first":"/v2/images?__imagetype=gold&limit=2"}""";
    private const string OtherEnd = """{"images":[],"first":"/v2/images?owner=p1"}""";

    [Theory]
    [InlineData("", GoldPage, GoldEnd)]
    [InlineData("", GoldPage, OtherEnd, GoldEnd)]
    [InlineData("a", GoldPage, OtherEnd)]
    [InlineData("b", OtherEnd, GoldPage)]
    [InlineData("ab", GoldPage, GoldPage)]
    [InlineData("a", GoldPage, GoldPage, GoldEnd)]
    public async Task Next_page_of_an_earlier_response_counts_as_given_only_by_one_of_its_listing(string unfollowed, params string[] saved)
    {
        using var inventory = await Inputs.Open(saved);
        var named = inventory.Notes.Where(note => note.Contains("next page", StringComparison.Ordinal)).ToList();
        named.Count.ShouldBe(unfollowed.Length);
        named.ShouldAllBe(note => note.EndsWith("marker=m&__imagetype=gold", StringComparison.Ordinal));
        if (unfollowed == "a") named[0].ShouldStartWith(saved.Length == 2 ? "Completeness not known: a response in a.json names" : "Completeness not known: a response in");
    }

    [Fact]
    public async Task Many_next_pages_that_were_not_given_are_few_notes()
    {
        using var inventory = await Inputs.Open([.. Enumerable.Repeat(GoldPage, 7)]);
        inventory.Notes.Count.ShouldBe(1 + 3 + 1);
        inventory.Notes[^1].ShouldBe("Completeness not known: 4 more responses name a next page that was not given.");
    }

    [Theory]
    [InlineData(2, "Completeness not known: a.json, b.json are saved responses, not snapshots, and there may be more images than they have.")]
    [InlineData(5, "Completeness not known: a.json, b.json, c.json and 2 more are saved responses, not snapshots, and there may be more images than they have.")]
    public async Task Many_saved_responses_are_one_note(int count, string note)
    {
        using var inventory = await Inputs.Open([.. Enumerable.Repeat("[]", count)]);
        inventory.Notes.ShouldBe([note]);
    }

    [Fact]
    public async Task Duplicate_images_are_one_and_noted()
    {
        using var inventory = await Inputs.Open("""[{"id":"a","n":1},{"id":"b"},{"id":"a","n":2},{"id":"a","n":3}]""");
        (await inventory.Images()).Select(Inputs.Text).ShouldBe(["""{"id":"a","n":1}""", """{"id":"b"}"""]);
        inventory.Notes[^2].ShouldBe("Images that came more than once in the input: 1. The first copy of each is judged, with the categories of all.");
        inventory.Notes[^1].ShouldBe("Images whose copies differ: 1 (such as \"a\"). What only a later copy says was not judged; give the newest input first, or alone.");
    }

    [Fact]
    public async Task Copies_that_say_the_same_do_not_differ_however_they_are_spaced()
    {
        using var inventory = await Inputs.Open("""[{"id":"a","n":"x y"},{ "id" : "a", "n":"x y" }]""", "{\n\"id\":\"a\",\n\"n\":\"x y\"}");
        inventory.Notes[^1].ShouldStartWith("Images that came more than once in the input: 1.");
    }

    [Fact]
    public async Task Saved_input_that_changes_between_two_readings_is_noticed()
    {
        var contents = "[{\"id\":\"a\"}]"u8.ToArray();
        var file = await InputFile.SniffAsync("a.json", () => new MemoryStream(contents), default);
        using var inventory = await InventoryFiles.OpenAsync([file], ImageScope.Unknown, [], default);
        contents = "[]"u8.ToArray();
        await Should.ThrowAsync<InputChangedException>(() => inventory.Ids());
    }
}
