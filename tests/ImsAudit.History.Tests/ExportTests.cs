using ImsAudit.History.Exporting;
using ImsAudit.History.Tests.Doubles;
using Parquet;
using Parquet.Schema;
using static ImsAudit.History.Tests.Doubles.SomeInventory;

namespace ImsAudit.History.Tests;

/// <summary>Parquet files hold what the history holds; they are read back.</summary>
[Collection(RealDatabases.Name)]
public sealed class ExportTests(PostgresServer server)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Files_hold_scans_findings_and_images(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","name":"镜像","x":false}"""), Image("""{"id":"b","x":true}""")));
        await scans.ScanAsync(1, new SomeInventory(Image("""{"id":"a","name":"镜像","x":true}"""), Image("""{"id":"b","x":true}""")));

        var (rows, texts, times) = await ReadAsync(scans, (export, file) => export.WriteFindingsAsync(file, CancellationToken.None), "image_name", "fixed_at");
        (rows, texts.Single(), times.Single()).ShouldBe((1, "镜像", Scans.Day(1).UtcDateTime));
        (rows, texts, times) = await ReadAsync(scans, (export, file) => export.WriteScansAsync(file, CancellationToken.None), "run_id", "as_of");
        (rows, texts[1], times[1]).ShouldBe((2, "day 1", Scans.Day(1).UtcDateTime));
        (rows, texts, times) = await ReadAsync(scans, (export, file) => export.WriteImagesAsync(file, CancellationToken.None), "id", "valid_to");
        rows.ShouldBe(3);
        texts.Zip(times).Count(row => row is ("a", { } end) && end == Scans.Day(1).UtcDateTime).ShouldBe(1);
    }

    [Theory, OnSqlite]
    public async Task Empty_history_is_files_without_rows(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);

        (await ReadAsync(scans, (export, file) => export.WriteFindingsAsync(file, CancellationToken.None), "image_name", "fixed_at")).Rows.ShouldBe(0);
    }

    private static async Task<(long Rows, string?[] Texts, DateTime?[] Times)> ReadAsync(Scans scans, Func<HistoryExport, Stream, Task<long>> write, string text, string time)
    {
        using var file = new MemoryStream();
        var written = await scans.Store.ReadAsync(reading => write(new HistoryExport(reading), file), CancellationToken.None);
        file.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(file);
        using var group = reader.OpenRowGroupReader(0);
        group.RowCount.ShouldBe(written);
        var (texts, times) = (new string?[written], new DateTime?[written]);
        await group.ReadAsync(FieldOf(text), texts!);
        await group.ReadAsync<DateTime>(FieldOf(time), times);
        return (written, texts, times);

        DataField FieldOf(string name) => reader.Schema.FindDataField(name);
    }
}
