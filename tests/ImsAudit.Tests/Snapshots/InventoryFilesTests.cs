using System.Text;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

public sealed class InventoryFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("imsaudit-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("s.ndjson", (byte)'{')]
    [InlineData("s.ndjson.gz", 0x1f)]
    public async Task Snapshot_file_is_written_whole_and_read(string name, byte first)
    {
        var path = At(name);
        await File.WriteAllTextAsync(path, "what was there before");
        using var spool = Spool("a", "b");
        using var collected = new SpooledInventory(spool, [Inputs.Listing() with { Images = spool.Count }], []);
        var sha256 = await SnapshotFile.WriteAsync(path, Inputs.Header, collected, default);
        (await File.ReadAllBytesAsync(path))[0].ShouldBe(first);
        File.Exists(SnapshotFile.PartialPath(path)).ShouldBeFalse();
        using var inventory = await Open(path);
        inventory.Completeness.ShouldBe(Completeness.Complete);
        inventory.SnapshotSha256.ShouldBe(sha256);
        (await inventory.Ids()).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Snapshot_of_an_incomplete_collection_is_written_and_says_so()
    {
        using var collected = new SpooledInventory(Spool("a"), [Inputs.Listing(complete: false)], []);
        await SnapshotFile.WriteAsync(At("s.ndjson"), Inputs.Header, collected, default);
        (await File.ReadAllTextAsync(At("s.ndjson"))).ShouldContain("\"end\":true,\"complete\":false");
        using var inventory = await Open(At("s.ndjson"));
        inventory.Completeness.ShouldBe(Completeness.Incomplete);
        inventory.Listings[0].Error.ShouldBe("Page 2 answered 500.");
    }

    [Theory]
    [InlineData("s.ndjson")]
    [InlineData("s.ndjson.gz")]
    public async Task Snapshot_that_was_never_ended_stays_beside_and_is_incomplete(string name)
    {
        await File.WriteAllTextAsync(At(name), "before");
        await using (var file = new SnapshotFile(At(name), Inputs.Header))
            for (var i = 0; i < 5000; i++) await file.Writer.WriteAsync(Inputs.Image($"{i}"), default);
        (await File.ReadAllTextAsync(At(name))).ShouldBe("before");
        using var inventory = await Open(At(name) + ".partial");
        inventory.Completeness.ShouldBe(Completeness.Incomplete);
        (await inventory.Ids()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Snapshot_that_is_being_written_is_not_written_by_two()
    {
        await using var file = new SnapshotFile(At("s.ndjson"), Inputs.Header);
        Should.Throw<IOException>(() => new SnapshotFile(At("s.ndjson"), Inputs.Header));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Standard_input_can_be_read_twice(bool packed)
    {
        var bytes = Encoding.UTF8.GetBytes("""{"images":[{"id":"a"}]}""");
        using var inventory = await InventoryFiles.OpenAsync(["-"], Options(packed ? Inputs.Gzip(bytes) : bytes), default);
        (await inventory.Ids()).ShouldBe(["a"]);
        (await inventory.Ids()).ShouldBe(["a"]);
        inventory.Notes[0].ShouldContain("standard input is a saved response");
    }

    [Fact]
    public async Task Standard_input_leaves_no_file_behind()
    {
        using (await InventoryFiles.OpenAsync(["-"], Options("[]"u8.ToArray()), default)) { }
        await Should.ThrowAsync<InputFileException>(() => InventoryFiles.OpenAsync(["-"], Options("{}"u8.ToArray()), default));
        _folder.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Standard_input_named_twice_is_refused() =>
        (await Should.ThrowAsync<InputFileException>(() => InventoryFiles.OpenAsync(["-", "-"], Options([]), default))).Message.ShouldContain("only once");

    [Fact]
    public async Task File_that_is_not_there_is_named() =>
        (await Should.ThrowAsync<InputFileException>(() => Open(At("none.json")))).Message.ShouldBe($"{At("none.json")}: There is no such file.");

    [Fact]
    public async Task Folder_is_refused() =>
        (await Should.ThrowAsync<InputFileException>(() => Open(_folder.FullName))).Message.ShouldContain("This is a folder");

    [Fact]
    public async Task Compression_is_told_by_the_bytes_not_by_the_name()
    {
        await File.WriteAllBytesAsync(At("a.json"), Inputs.Gzip("[{\"id\":\"a\"}]"u8.ToArray()));
        await File.WriteAllBytesAsync(At("b.json.gz"), "[{\"id\":\"b\"}]"u8.ToArray());
        using var inventory = await Open(At("a.json"), At("b.json.gz"));
        (await inventory.Ids()).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task File_that_vanishes_between_two_readings_is_noticed()
    {
        await File.WriteAllTextAsync(At("a.json"), "[]");
        using var inventory = await Open(At("a.json"));
        File.Delete(At("a.json"));
        await Should.ThrowAsync<InputChangedException>(() => inventory.Ids());
    }

    [Fact]
    public async Task Reading_stops_when_it_is_cancelled()
    {
        using var inventory = await InventoryFiles.OpenAsync(["-"], Options("[{\"id\":\"a\"}]"u8.ToArray()), default);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in inventory.ReadAsync(new CancellationToken(canceled: true))) { }
        });
    }

    private static ImageSpool Spool(params string[] ids)
    {
        var spool = new ImageSpool(new ScannedProjects(Inputs.Project));
        foreach (var id in ids) spool.Add(Inputs.Project, ImageCategory.Private, new ImageHead(id, null, null, null), Inputs.Image(id).Json);
        return spool;
    }

    private Task<FileInventory> Open(params string[] paths) => InventoryFiles.OpenAsync(paths, Options([]), default);

    private FromOptions Options(byte[] input) => new(Inputs.Project, new ChunkedStream(input, 5), _folder.FullName);

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
